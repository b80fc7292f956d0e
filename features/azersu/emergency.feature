# language: az
@emergency
Özəllik: Qəza xidməti
  Su təchizatı və ya tullantı sularının axıdılması sistemində qəza barədə, abonent kodu olmasa da,
  xəbər verilir; operator briqada göndərir, briqada qəzanı aradan qaldırır və ya qəzanın
  təsdiqlənmədiyini bildirir.
  Mənbə: 003 nömrəli təlimat, “E-xidmətlər”, “Qəza xidməti”. Təlimat xidməti və iki sistemi
  göstərir; pəncərələr, formanın qalanı, icra və bildirişlər bizimdir.

  # --- xidmətə giriş -----------------------------------------------------------------------

  @e-su.az @ESU-009 @ESU-115
  Ssenari: Xidmət “E-xidmətlər” siyahısından seçilir
    O halda “e-su.az” portalında “Qəza xidməti” xidmətinə yol belədir:
      | www.e-su.az  |
      | E-xidmətlər  |
      | Qəza xidməti |

  @e-su.az @ESU-011 @ESU-012 @ESU-013 @ESU-014 @ESU-015
  Ssenari: “Asan Login” pəncərəsində giriş xidmət seçilməzdən əvvəl soruşulur
    O halda “e-su.az” portalında “Qəza xidməti” xidmətinin giriş pəncərəsi “Asan Login” belədir:
      | Asan imza              |
      | Elektron imza          |
      | İdentifikasiya nömrəsi |
    Və “e-su.az” portalında “Qəza xidməti” xidməti üçün giriş “xidmət seçilməzdən əvvəl” soruşulur

  @e-su.az @ESU-012 @ESU-013 @ESU-014 @ESU-015
  Ssenarinin strukturu: Hər giriş vasitəsi ilə daxil olmaq mümkündür
    Əgər “Aysel” “e-su.az” portalında “<vasitə>” daxil olub “Qəza xidməti” xidmətini açır
    O halda “Göndər” düyməsi var

    Nümunələr:
      | vasitə                 |
      | Asan imza              |
      | Elektron imza          |
      | İdentifikasiya nömrəsi |

  # --- müraciət forması --------------------------------------------------------------------

  @e-su.az @ESU-115 @ESU-117 @ours
  Ssenari: Qəzanın hansı sistemdə, harada baş verdiyi yazılır
    Tutaq ki “Nigar” “e-su.az” portalında “Asan imza” daxil olub “Qəza xidməti” xidmətini açır
    O halda “Qəza xidməti” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ    | ad                     |
      | siyahı | Qəza baş vermiş sistem |
      | mətn   | Qəzanın yeri           |
      | mətn   | Qəzanın təsviri        |
      | mətn   | Telefon nömrəsi        |
      | mətn   | Abonent kodu           |
      | düymə  | Göndər                 |
    Və “Qəza baş vermiş sistem” siyahısında bunlar var:
      | Su təchizatı                  |
      | Tullantı sularının axıdılması |
    Və “Abonent kodu” sahəsinin izahı belədir:
      """
      Kodunuz yoxdursa və ya bilmirsinizsə, boş saxlayın.
      """

  @e-su.az @ESU-117 @ours
  Ssenari: Boş formada lazım olan hər sahənin yanında xəbərdarlıq göstərilir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Qəza xidməti” xidmətini açır
    Əgər “Göndər” düyməsini seçir
    O halda “Qəza baş vermiş sistem” sahəsində “Bu sahəni doldurun.” xəbərdarlığı göstərilir
    Və “Qəzanın yeri” sahəsində “Ünvan daxil edilməyib.” xəbərdarlığı göstərilir
    Və “Qəzanın təsviri” sahəsində “Mətn daxil edilməyib.” xəbərdarlığı göstərilir
    Və “Telefon nömrəsi” sahəsində “Telefon nömrəsi daxil edilməyib.” xəbərdarlığı göstərilir
    Və cəmi 0 müraciət qeydiyyata alınıb

  @e-su.az @ours
  Ssenarinin strukturu: Səhv yazılan məlumat qəbul edilmir, yazılan isə itmir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Qəza xidməti” xidmətini açır
    Və “<sahə>” sahəsinə “<yazılan>” yazır
    Və qalan sahələri nümunələrlə doldurur
    Əgər “Göndər” düyməsini seçir
    O halda “<sahə>” sahəsində “<xəbərdarlıq>” xəbərdarlığı göstərilir
    Və “<sahə>” sahəsində “<yazılan>” qalıb
    Və cəmi 0 müraciət qeydiyyata alınıb

    Nümunələr:
      | sahə            | yazılan | xəbərdarlıq                                              |
      | Qəzanın yeri    | Bakı    | Ünvan ən azı 5 simvoldan ibarət olmalıdır.               |
      | Telefon nömrəsi | 12      | Telefon nömrəsi düzgün deyil. Belə yazın: 050 123 45 67. |
      | Abonent kodu    | 12A4    | Abonent kodu 1–13 rəqəmdən ibarət olmalıdır.             |
      | Abonent kodu    | 999     | Abonent kodu düzgün deyil.                               |

  @e-su.az @ours
  Ssenari: Abonent bazası işləməsə də qəza barədə kodsuz xəbər vermək olur
    Tutaq ki “abonent bazası” daim “əlçatan deyil”
    Və “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Qəza xidməti” xidmətini açır
    Və “Abonent kodu” sahəsinə “1020304050” yazır
    Və qalan sahələri nümunələrlə doldurur
    Əgər “Göndər” düyməsini seçir
    O halda pəncərədə “Xidmət hazırda əlçatan deyil. Bir qədər sonra yenidən cəhd edin.” xəbərdarlığı göstərilir
    Əgər “Abonent kodu” sahəsinə “” yazır
    Və “Göndər” düyməsini seçir
    O halda cəmi 1 müraciət qeydiyyata alınıb

  # --- göndərilmə və icra ------------------------------------------------------------------

  @e-su.az @ESU-117 @ours
  Ssenari: Abonent kodu olmayan vətəndaş da xəbər verir
    Tutaq ki “Nigar” “e-su.az” portalında “Asan imza” daxil olub “Qəza xidməti” xidmətini açır
    Və “Qəza baş vermiş sistem” siyahısından “Tullantı sularının axıdılması” seçir
    Və qalan sahələri nümunələrlə doldurur
    Əgər “Göndər” düyməsini seçir
    O halda “Qəza xidməti” pəncərəsi açıqdır
    Və ekranda bu məlumat verilir:
      """
      Qəza barədə müraciətiniz qeydə alındı. Müraciət nömrəniz: _XX_
      """
    Və cəmi 1 müraciət qeydiyyata alınıb
    Və müraciətdə “Qəza baş vermiş sistem” “Tullantı sularının axıdılması” kimi qeyd olunub
    Və müraciətdə “Qəzanın yeri” “Bakı şəhəri, Nümunə küçəsi 3, girişin qarşısı” kimi qeyd olunub
    Və müraciətdə “Qəzanın təsviri” “Boru partlayıb, su küçəyə axır.” kimi qeyd olunub
    Və müraciətdə “Telefon nömrəsi” “+994502001020” kimi qeyd olunub
    Və “Nigar” müraciətin statusunu “Qeydə alındı” kimi görür
    Və müraciətin izahında “Müraciətiniz qeydə alınıb, qəza xidmətinə yönləndirilir.” yazılıb
    Və müraciətin izahında “Müraciətə hazırda baxır: Sistem.” yazılıb

  @e-su.az @AMB-21 @ours
  Ssenari: Bilinən abonent kodu müraciətdə qalır
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Qəza xidməti” xidmətini açır
    Və “Abonent kodu” sahəsinə “3040506070” yazır
    Və qalan sahələri nümunələrlə doldurur
    Əgər “Göndər” düyməsini seçir
    O halda cəmi 1 müraciət qeydiyyata alınıb
    Və müraciətdə “Abonent kodu” “3040506070” kimi qeyd olunub

  @e-su.az @ours
  Ssenari: Müraciət qəza xidmətinə yönləndirilir, bunu və qeydə alındığını müraciət edən öyrənir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Qəza xidməti” xidmətini açır
    Və müraciət “Qeydə alındı” statusuna çatdırılır
    Əgər “Operator” “Qəza xidmətinə yönləndir” əməliyyatını edir
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Əgər “Operator” “Şöbə göstərilmədən yönləndir” əməliyyatını edir
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Əgər sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Qəza xidmətinə yönləndirildi” kimi görür
    Və müraciətin izahında “Müraciətiniz qəza xidmətinə yönləndirilib, operator briqada göndərir.” yazılıb
    Və müraciətin izahında “Müraciətə hazırda baxır: Operator.” yazılıb
    Və müraciət “Operator” siyahısındadır
    Və abonentə “sms” vasitəsilə cəmi 2 bildiriş göndərilib
    Və abonentə “elektron poçt” vasitəsilə cəmi 0 bildiriş göndərilib
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      Qəza barədə müraciətiniz qeydə alındı. Nömrə: _XX_
      """
    Və portalda abonentə “Müraciət qeydə alındı” mövzulu cəmi 1 bildiriş göndərilib
    Və abonentə “portal” vasitəsilə bu bildiriş göndərilir:
      """
      Qəza barədə müraciətiniz qeydə alındı. Müraciət nömrəniz: _XX_
      """
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz qəza xidmətinə yönləndirildi.
      """
    Və portalda abonentə “Müraciət qəza xidmətinə yönləndirildi” mövzulu cəmi 1 bildiriş göndərilib
    Və abonentə “portal” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz qəza xidmətinə yönləndirildi.
      """

  @e-su.az @ours
  Ssenari: Soraqça bir dəfə belə cavab vermədikdə qəza gözləmir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Qəza xidməti” xidmətini açır
    Və müraciət “Qeydə alındı” statusuna çatdırılır
    Və “soraqça” 1 dəfə “əlçatan deyil”
    Əgər sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Qəza xidmətinə yönləndirildi” kimi görür
    Və “Qəza xidmətinə yönləndirmə” işi görülməmiş qalıb

  @e-su.az @ESU-115 @ESU-117 @ours
  Ssenari: Sonra gələn adi müraciət operatorun siyahısında qəzadan qabağa keçmir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Qəza xidməti” xidmətini açır
    Və müraciət “Qəza xidmətinə yönləndirildi” statusuna çatdırılır
    Əgər “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Elektron müraciət” xidmətini açır
    Və qalan sahələri nümunələrlə doldurur
    Və “Göndər” düyməsini seçir
    Və sistem növbədəki işləri görür
    O halda “Kamran” müraciətin statusunu “Aidiyyəti üzrə yönləndirildi” kimi görür
    Və müraciət “Operator” siyahısında sonuncudur

  @e-su.az @ours
  Ssenari: Qəza ondan əvvəl gələn adi müraciəti ötüb keçir
    Tutaq ki “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Elektron müraciət” xidmətini açır
    Və müraciət “Aidiyyəti üzrə yönləndirildi” statusuna çatdırılır
    Əgər “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Qəza xidməti” xidmətini açır
    Və qalan sahələri nümunələrlə doldurur
    Və “Göndər” düyməsini seçir
    Və sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Qəza xidmətinə yönləndirildi” kimi görür
    Və müraciət “Operator” siyahısında birincidir

  @e-su.az @ESU-117 @ours
  Ssenari: Briqada göndərilir və qəzanı aradan qaldırır
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Qəza xidməti” xidmətini açır
    Və müraciət “Qəza xidmətinə yönləndirildi” statusuna çatdırılır
    O halda “Operator” yalnız bu əməliyyatları edə bilər:
      | əməliyyat      | qeydlər |
      | Briqada göndər |         |
    Əgər “Qəza briqadası” “Briqada göndər” əməliyyatını edir
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Əgər “Operator” “Briqada göndər” əməliyyatını edir
    Və sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Briqada göndərildi” kimi görür
    Və müraciətin izahında “Qəza briqadası göstərdiyiniz yerə göndərilib.” yazılıb
    Və müraciətin izahında “Müraciətə hazırda baxır: Qəza briqadası.” yazılıb
    Və müraciət “Qəza briqadası” siyahısındadır
    Və müraciət “Operator” siyahısında deyil
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz üzrə qəza briqadası göndərildi.
      """
    Və portalda abonentə “Briqada göndərildi” mövzulu cəmi 1 bildiriş göndərilib
    Və abonentə “portal” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz üzrə qəza briqadası göstərdiyiniz yerə göndərildi.
      """
    Və “Qəza briqadası” yalnız bu əməliyyatları edə bilər:
      | əməliyyat                            | qeydlər                           |
      | Qəzanın aradan qaldırıldığını bildir | Görülmüş iş                       |
      | Qəzanın təsdiqlənmədiyini bildir     | Qəzanın təsdiqlənməməsinin səbəbi |
    Əgər “Operator” “Qəzanın aradan qaldırıldığını bildir” əməliyyatını bu qeydlərlə edir:
      | Görülmüş iş | Kran bağlanıb. |
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Əgər “Qəza briqadası” “Qəzanın aradan qaldırıldığını bildir” əməliyyatını edir
    O halda əməliyyat “Bu sahəni doldurun.” səbəbi ilə qəbul edilmir
    Əgər “Qəza briqadası” “Qəzanın aradan qaldırıldığını bildir” əməliyyatını bu qeydlərlə edir:
      | Görülmüş iş | Boru dəyişdirilib. |
    Və sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Qəza aradan qaldırıldı” kimi görür
    Və müraciətin izahında “Qəza aradan qaldırılıb.” yazılıb
    Və müraciətin izahında “Görülmüş iş: Boru dəyişdirilib.” yazılıb
    Və “Qəza briqadası” heç bir əməliyyat edə bilməz
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz üzrə qəza aradan qaldırıldı.
      """
    Və portalda abonentə “Qəza aradan qaldırıldı” mövzulu cəmi 1 bildiriş göndərilib
    Və abonentə “portal” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz üzrə qəza aradan qaldırıldı. Görülmüş iş: Boru dəyişdirilib.
      """

  @e-su.az @ours
  Ssenari: Qəza yerində təsdiqlənmədikdə səbəbi bildirilir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Qəza xidməti” xidmətini açır
    Və müraciət “Briqada göndərildi” statusuna çatdırılır
    Əgər “Operator” “Qəzanın təsdiqlənmədiyini bildir” əməliyyatını bu qeydlərlə edir:
      | Qəzanın təsdiqlənməməsinin səbəbi | Vaxt yoxdur. |
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Əgər “Qəza briqadası” “Qəzanın təsdiqlənmədiyini bildir” əməliyyatını edir
    O halda əməliyyat “Bu sahəni doldurun.” səbəbi ilə qəbul edilmir
    Əgər “Qəza briqadası” “Qəzanın təsdiqlənmədiyini bildir” əməliyyatını bu qeydlərlə edir:
      | Qəzanın təsdiqlənməməsinin səbəbi | Yol quru idi. |
    Və sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Qəza təsdiqlənmədi” kimi görür
    Və müraciətin izahında “Qəza briqadası göstərdiyiniz yerdə qəza aşkar etməyib.” yazılıb
    Və müraciətin izahında “Qəzanın təsdiqlənməməsinin səbəbi: Yol quru idi.” yazılıb
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz üzrə qəza təsdiqlənmədi. Səbəb: Yol quru idi.
      """
    Və portalda abonentə “Qəza təsdiqlənmədi” mövzulu cəmi 1 bildiriş göndərilib
    Və abonentə “portal” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz üzrə yerində yoxlama zamanı qəza təsdiqlənmədi. Səbəb: Yol quru idi.
      """

  # --- statusun izlənməsi ------------------------------------------------------------------

  @e-su.az @ESU-081 @ESU-083
  Ssenari: Status “Bildiriş və müraciətlər” → “Müraciətlər” bölməsində izlənir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Qəza xidməti” xidmətini açır
    Və müraciət “Briqada göndərildi” statusuna çatdırılır
    O halda “e-su.az” portalında “Müraciətlər” bölməsində müraciətin statusu “Briqada göndərildi”
    Və “e-su.az” portalında statuslara yol belədir:
      | Bildiriş və müraciətlər |
      | Müraciətlər             |
    Və “Kamran” üçün belə müraciət yoxdur

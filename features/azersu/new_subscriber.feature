# language: az
@new_subscriber
Özəllik: Əhali qrupuna aid olan yeni istehlakçının qeydiyyata alınması
  Abonent kodu olmayan istehlakçı əhali qrupu üzrə qeydiyyata alınmaq üçün müraciət edir; operator
  sənədləri yoxlayır, yeni abonent kodunu bildirir və ya səbəbini göstərərək imtina edir.
  Mənbə: 003 nömrəli təlimat, “E-xidmətlər”, “Yeni abonent”. Təlimat xidməti və qrupu göstərir;
  pəncərələr, forma, icra və bildirişlər bizimdir.

  # --- xidmətə giriş -----------------------------------------------------------------------

  @e-su.az @ESU-009 @ESU-112 @ESU-114
  Ssenari: Xidmət “E-xidmətlər” siyahısından seçilir
    O halda “e-su.az” portalında “Əhali qrupuna aid olan yeni istehlakçının qeydiyyata alınması” xidmətinə yol belədir:
      | www.e-su.az  |
      | E-xidmətlər  |
      | Yeni abonent |

  @e-su.az @ESU-011 @ESU-012 @ESU-013 @ESU-014 @ESU-015
  Ssenari: “Asan Login” pəncərəsində giriş xidmət seçilməzdən əvvəl soruşulur
    O halda “e-su.az” portalında “Əhali qrupuna aid olan yeni istehlakçının qeydiyyata alınması” xidmətinin giriş pəncərəsi “Asan Login” belədir:
      | Asan imza              |
      | Elektron imza          |
      | İdentifikasiya nömrəsi |
    Və “e-su.az” portalında “Əhali qrupuna aid olan yeni istehlakçının qeydiyyata alınması” xidməti üçün giriş “xidmət seçilməzdən əvvəl” soruşulur

  @e-su.az @ESU-012 @ESU-013 @ESU-014 @ESU-015
  Ssenarinin strukturu: Hər giriş vasitəsi ilə daxil olmaq mümkündür
    Əgər “Aysel” “e-su.az” portalında “<vasitə>” daxil olub “Əhali qrupuna aid olan yeni istehlakçının qeydiyyata alınması” xidmətini açır
    O halda “Göndər” düyməsi var

    Nümunələr:
      | vasitə                 |
      | Asan imza              |
      | Elektron imza          |
      | İdentifikasiya nömrəsi |

  # --- müraciət forması --------------------------------------------------------------------

  @e-su.az @ESU-114 @DIF-30 @AMB-26 @ours
  Ssenari: Formada abonent kodu yoxdur, istehlakçının əhali qrupuna aid olması təsdiq edilir
    Tutaq ki “Nigar” “e-su.az” portalında “Asan imza” daxil olub “Əhali qrupuna aid olan yeni istehlakçının qeydiyyata alınması” xidmətini açır
    O halda “Əhali qrupuna aid olan yeni istehlakçının qeydiyyata alınması” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ    | ad                                                                |
      | mətn   | Mənzilin ünvanı                                                   |
      | rəqəm  | Ünvanda yaşayanların sayı                                         |
      | siyahı | Xidmət növü                                                       |
      | fayl   | Mülkiyyət hüququnu təsdiq edən sənədin surəti                     |
      | mətn   | Telefon nömrəsi                                                   |
      | mətn   | Elektron poçt ünvanı                                              |
      | seçim  | Xidmətdən əhali qrupu üzrə, yaşayış məqsədi ilə istifadə edəcəyəm |
      | düymə  | Göndər                                                            |
    Və “Xidmət növü” siyahısında bunlar var:
      | Su təchizatı                                  |
      | Tullantı sularının axıdılması                 |
      | Su təchizatı və tullantı sularının axıdılması |
    Və “Ünvanda yaşayanların sayı” sahəsinin vahidi “nəfər”
    Və “Göndər” düyməsi bundan sonra açılır: “Xidmətdən əhali qrupu üzrə, yaşayış məqsədi ilə istifadə edəcəyəm”

  @e-su.az @ESU-114 @DIF-30 @ours
  Ssenari: Əhali qrupundan başqası bu xidmətlə qeydiyyata alınmır
    Tutaq ki “Nigar” “e-su.az” portalında “Asan imza” daxil olub “Əhali qrupuna aid olan yeni istehlakçının qeydiyyata alınması” xidmətini açır
    Və qalan sahələri nümunələrlə doldurur
    Və “Xidmətdən əhali qrupu üzrə, yaşayış məqsədi ilə istifadə edəcəyəm” seçimini götürür
    Əgər “Göndər” düyməsini seçir
    O halda “Xidmətdən əhali qrupu üzrə, yaşayış məqsədi ilə istifadə edəcəyəm” sahəsində “Davam etmək üçün bu seçimi edin.” xəbərdarlığı göstərilir
    Və cəmi 0 müraciət qeydiyyata alınıb
    Əgər “Xidmətdən əhali qrupu üzrə, yaşayış məqsədi ilə istifadə edəcəyəm” seçimini edir
    Və “Göndər” düyməsini seçir
    O halda cəmi 1 müraciət qeydiyyata alınıb

  @e-su.az @ESU-114 @ours
  Ssenari: Boş formada hər sahənin yanında xəbərdarlıq göstərilir
    Tutaq ki “Nigar” “e-su.az” portalında “Asan imza” daxil olub “Əhali qrupuna aid olan yeni istehlakçının qeydiyyata alınması” xidmətini açır
    Əgər “Göndər” düyməsini seçir
    O halda “Mənzilin ünvanı” sahəsində “Ünvan daxil edilməyib.” xəbərdarlığı göstərilir
    Və “Ünvanda yaşayanların sayı” sahəsində “Nəfər sayı daxil edilməyib.” xəbərdarlığı göstərilir
    Və “Xidmət növü” sahəsində “Bu sahəni doldurun.” xəbərdarlığı göstərilir
    Və “Mülkiyyət hüququnu təsdiq edən sənədin surəti” sahəsində “Fayl yüklənməyib.” xəbərdarlığı göstərilir
    Və “Telefon nömrəsi” sahəsində “Telefon nömrəsi daxil edilməyib.” xəbərdarlığı göstərilir
    Və “Elektron poçt ünvanı” sahəsində “Elektron poçt ünvanı daxil edilməyib.” xəbərdarlığı göstərilir
    Və cəmi 0 müraciət qeydiyyata alınıb

  @e-su.az @ours
  Ssenarinin strukturu: Səhv yazılan məlumat qəbul edilmir, yazılan isə itmir
    Tutaq ki “Nigar” “e-su.az” portalında “Asan imza” daxil olub “Əhali qrupuna aid olan yeni istehlakçının qeydiyyata alınması” xidmətini açır
    Və “<sahə>” sahəsinə “<yazılan>” yazır
    Və qalan sahələri nümunələrlə doldurur
    Əgər “Göndər” düyməsini seçir
    O halda “<sahə>” sahəsində “<xəbərdarlıq>” xəbərdarlığı göstərilir
    Və “<sahə>” sahəsində “<yazılan>” qalıb
    Və cəmi 0 müraciət qeydiyyata alınıb

    Nümunələr:
      | sahə                      | yazılan | xəbərdarlıq                                              |
      | Mənzilin ünvanı           | Bakı    | Ünvan ən azı 5 simvoldan ibarət olmalıdır.               |
      | Ünvanda yaşayanların sayı | 0       | Nəfər sayı 1 ilə 99 arasında olmalıdır.                  |
      | Ünvanda yaşayanların sayı | üç      | Nəfər sayı rəqəmlə yazılmalıdır, məsələn: 4.             |
      | Telefon nömrəsi           | 12      | Telefon nömrəsi düzgün deyil. Belə yazın: 050 123 45 67. |

  @e-su.az @AMB-65 @ours
  Ssenarinin strukturu: Sənədin surəti PDF, yaxud şəkildir
    Tutaq ki “Nigar” “e-su.az” portalında “Asan imza” daxil olub “Əhali qrupuna aid olan yeni istehlakçının qeydiyyata alınması” xidmətini açır
    Və “Mülkiyyət hüququnu təsdiq edən sənədin surəti” sahəsinə “<fayl>” yükləyir
    Və qalan sahələri nümunələrlə doldurur
    Əgər “Göndər” düyməsini seçir
    O halda cəmi <sayı> müraciət qeydiyyata alınıb

    Nümunələr:
      | fayl            | sayı |
      | sənədin surəti  | 1    |
      | sayğacın şəkli  | 1    |
      | mətn faylı      | 0    |
      | boş fayl        | 0    |
      | 11 MB-lıq şəkil | 0    |

  # --- göndərilmə və icra ------------------------------------------------------------------

  @e-su.az @ESU-114 @ours
  Ssenari: “Göndər” müraciəti qeydə alır, məlumatlar operatora çatır
    Tutaq ki “Nigar” “e-su.az” portalında “Asan imza” daxil olub “Əhali qrupuna aid olan yeni istehlakçının qeydiyyata alınması” xidmətini açır
    Və “Xidmət növü” siyahısından “Tullantı sularının axıdılması” seçir
    Və qalan sahələri nümunələrlə doldurur
    Əgər “Göndər” düyməsini seçir
    O halda “Əhali qrupuna aid olan yeni istehlakçının qeydiyyata alınması” pəncərəsi açıqdır
    Və ekranda bu məlumat verilir:
      """
      Müraciətiniz qeydə alındı. Müraciət nömrəniz: _XX_
      """
    Və cəmi 1 müraciət qeydiyyata alınıb
    Və “Nigar” müraciətin statusunu “Qeydə alındı” kimi görür
    Və müraciətin izahında “Müraciətiniz qeydə alınıb.” yazılıb
    Və müraciətin izahında “Müraciətə hazırda baxır: Sistem.” yazılıb
    Və müraciətdə “Mənzilin ünvanı” “Bakı şəhəri, Nümunə küçəsi 12, mənzil 7” kimi qeyd olunub
    Və müraciətdə “Ünvanda yaşayanların sayı” “3” kimi qeyd olunub
    Və müraciətdə “Xidmət növü” “Tullantı sularının axıdılması” kimi qeyd olunub
    Və müraciətdə “Telefon nömrəsi” “+994502001020” kimi qeyd olunub
    Və müraciətdə “Elektron poçt ünvanı” “aysel@example.com” kimi qeyd olunub
    Və icraçı müraciətin “Mülkiyyət hüququnu təsdiq edən sənədin surəti” sahəsindəki “sənəd.pdf” faylını açır

  @e-su.az @ours
  Ssenari: Müraciət aidiyyəti əməkdaşlara yönləndirilir, bunu və qeydə alındığını müraciət edən öyrənir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Əhali qrupuna aid olan yeni istehlakçının qeydiyyata alınması” xidmətini açır
    Və müraciət “Qeydə alındı” statusuna çatdırılır
    Əgər “Operator” “İcraya yönləndir” əməliyyatını edir
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Əgər “Operator” “Şöbə göstərilmədən yönləndir” əməliyyatını edir
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Əgər sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “İcraya yönləndirildi” kimi görür
    Və müraciətin izahında “Müraciətiniz aidiyyəti əməkdaşlara yönləndirilib; operator sənədləri yoxlayır.” yazılıb
    Və müraciətin izahında “Müraciətə hazırda baxır: Operator.” yazılıb
    Və müraciət “Operator” siyahısındadır
    Və abonentə “elektron poçt” vasitəsilə cəmi 2 bildiriş göndərilib
    Və abonentə “Müraciət qeydə alındı” mövzulu cəmi 1 elektron poçt göndərilib
    Və abonentə “elektron poçt” vasitəsilə bu bildiriş göndərilir:
      """
      “Əhali qrupuna aid olan yeni istehlakçının qeydiyyata alınması” xidməti ilə göndərdiyiniz müraciət qeydə alındı. Müraciət nömrəniz: _XX_
      """
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      Müraciətiniz qeydə alındı. Nömrə: _XX_
      """
    Və portalda abonentə “Müraciət qeydə alındı” mövzulu cəmi 1 bildiriş göndərilib
    Və abonentə “portal” vasitəsilə bu bildiriş göndərilir:
      """
      “Əhali qrupuna aid olan yeni istehlakçının qeydiyyata alınması” xidməti ilə göndərdiyiniz müraciət qeydə alındı. Müraciət nömrəniz: _XX_
      """
    Və abonentə “Müraciət icraya yönləndirildi” mövzulu cəmi 1 elektron poçt göndərilib
    Və abonentə “elektron poçt” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz aidiyyəti əməkdaşlara icra üçün yönləndirildi.
      """
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz icraya yönləndirildi.
      """
    Və portalda abonentə “Müraciət icraya yönləndirildi” mövzulu cəmi 1 bildiriş göndərilib
    Və abonentə “portal” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz aidiyyəti əməkdaşlara icra üçün yönləndirildi.
      """

  @e-su.az @ours
  Ssenari: Aidiyyəti şöbə bilinmədikdə müraciət yenə də operatora çatır
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Əhali qrupuna aid olan yeni istehlakçının qeydiyyata alınması” xidmətini açır
    Və müraciət “Qeydə alındı” statusuna çatdırılır
    Və “soraqça” daim “rədd edir”
    Əgər sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “İcraya yönləndirildi” kimi görür
    Və “İcraya yönləndirmə” işi görülməmiş qalıb

  @e-su.az @ESU-114 @ours
  Ssenari: Operator abonenti qeydiyyata alır, yeni kod bildirilir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Əhali qrupuna aid olan yeni istehlakçının qeydiyyata alınması” xidmətini açır
    Və müraciət “İcraya yönləndirildi” statusuna çatdırılır
    O halda “Operator” yalnız bu əməliyyatları edə bilər:
      | əməliyyat              | qeydlər           |
      | Abonenti qeydiyyata al | Yeni abonent kodu |
      | Qeydiyyatdan imtina et | İmtinanın səbəbi  |
    Əgər “Operator” “Abonenti qeydiyyata al” əməliyyatını edir
    O halda əməliyyat “Bu sahəni doldurun.” səbəbi ilə qəbul edilmir
    Əgər “Operator” “Abonenti qeydiyyata al” əməliyyatını bu qeydlərlə edir:
      | Yeni abonent kodu | yeni |
    O halda əməliyyat “Abonent kodu 1–13 rəqəmdən ibarət olmalıdır.” səbəbi ilə qəbul edilmir
    Əgər “Operator” “Abonenti qeydiyyata al” əməliyyatını bu qeydlərlə edir:
      | Yeni abonent kodu | 70809010201234 |
    O halda əməliyyat “Abonent kodu 1–13 rəqəmdən ibarət olmalıdır.” səbəbi ilə qəbul edilmir
    Əgər “Operator” “Abonenti qeydiyyata al” əməliyyatını bu qeydlərlə edir:
      | Yeni abonent kodu | 7080901020 |
    Və sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Abonent kimi qeydiyyata alındı” kimi görür
    Və müraciətin izahında “Əhali qrupu üzrə abonent kimi qeydiyyata alınmısınız.” yazılıb
    Və “e-su.az” portalında “Müraciətlər” bölməsində müraciətin nəticəsi “Yeni abonent kodu: 7080901020”
    Və “Operator” heç bir əməliyyat edə bilməz
    Və abonentə “Abonent kimi qeydiyyata alındınız” mövzulu cəmi 1 elektron poçt göndərilib
    Və abonentə “elektron poçt” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz üzrə abonent kimi qeydiyyata alındınız. Abonent kodunuz: 7080901020
      """
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      Abonent kimi qeydiyyata alındınız. Abonent kodunuz: 7080901020
      """
    Və portalda abonentə “Abonent kimi qeydiyyata alındınız” mövzulu cəmi 1 bildiriş göndərilib
    Və abonentə “portal” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz üzrə abonent kimi qeydiyyata alındınız. Abonent kodunuz: 7080901020
      """

  @e-su.az @ours
  Ssenari: İmtinanın səbəbi bildirilir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Əhali qrupuna aid olan yeni istehlakçının qeydiyyata alınması” xidmətini açır
    Və müraciət “İcraya yönləndirildi” statusuna çatdırılır
    Əgər “Operator” “Qeydiyyatdan imtina et” əməliyyatını edir
    O halda əməliyyat “Bu sahəni doldurun.” səbəbi ilə qəbul edilmir
    Əgər “Operator” “Qeydiyyatdan imtina et” əməliyyatını bu qeydlərlə edir:
      | İmtinanın səbəbi | Sənəd başqa ünvana aiddir. |
    Və sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Qeydiyyatdan imtina edildi” kimi görür
    Və müraciətin izahında “Abonent kimi qeydiyyata alınmanızdan imtina edilib.” yazılıb
    Və müraciətin izahında “İmtinanın səbəbi: Sənəd başqa ünvana aiddir.” yazılıb
    Və abonentə “Qeydiyyatdan imtina edildi” mövzulu cəmi 1 elektron poçt göndərilib
    Və abonentə “elektron poçt” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz üzrə qeydiyyatdan imtina edildi. Səbəb: Sənəd başqa ünvana aiddir.
      """
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz üzrə qeydiyyatdan imtina edildi. Səbəb: Sənəd başqa ünvana aiddir.
      """
    Və portalda abonentə “Qeydiyyatdan imtina edildi” mövzulu cəmi 1 bildiriş göndərilib
    Və abonentə “portal” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz üzrə qeydiyyatdan imtina edildi. Səbəb: Sənəd başqa ünvana aiddir.
      """

  # --- statusun izlənməsi ------------------------------------------------------------------

  @e-su.az @ESU-081 @ESU-083
  Ssenari: Status “Bildiriş və müraciətlər” → “Müraciətlər” bölməsində izlənir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Əhali qrupuna aid olan yeni istehlakçının qeydiyyata alınması” xidmətini açır
    Və müraciət “İcraya yönləndirildi” statusuna çatdırılır
    O halda “e-su.az” portalında “Müraciətlər” bölməsində müraciətin statusu “İcraya yönləndirildi”
    Və “e-su.az” portalında statuslara yol belədir:
      | Bildiriş və müraciətlər |
      | Müraciətlər             |
    Və “Kamran” üçün belə müraciət yoxdur

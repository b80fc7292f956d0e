# language: az
@electronic_request
Özəllik: Elektron müraciət
  “Azərsu” ASC-yə və ya onun struktur vahidlərinə aidiyyəti üzrə müraciət göndərilir; müraciət
  ünvanlandığı struktur vahidinə yönləndirilir, lazım gəldikdə başqasına ötürülür, cavablandırılır və ya
  səbəbi göstərilərək baxılmasından imtina edilir.
  Mənbə: 003 nömrəli təlimat, “E-xidmətlər”, “Elektron müraciət”. Təlimat kimə yazıldığını və icranın
  izləndiyini göstərir; pəncərələr, formanın qalanı, icra və bildirişlər bizimdir.

  # --- xidmətə giriş -----------------------------------------------------------------------

  @e-su.az @ESU-009 @ESU-118
  Ssenari: Xidmət “E-xidmətlər” siyahısından seçilir
    O halda “e-su.az” portalında “Elektron müraciət” xidmətinə yol belədir:
      | www.e-su.az       |
      | E-xidmətlər       |
      | Elektron müraciət |

  @e-su.az @ESU-011 @ESU-012 @ESU-013 @ESU-014 @ESU-015
  Ssenari: “Asan Login” pəncərəsində giriş xidmət seçilməzdən əvvəl soruşulur
    O halda “e-su.az” portalında “Elektron müraciət” xidmətinin giriş pəncərəsi “Asan Login” belədir:
      | Asan imza              |
      | Elektron imza          |
      | İdentifikasiya nömrəsi |
    Və “e-su.az” portalında “Elektron müraciət” xidməti üçün giriş “xidmət seçilməzdən əvvəl” soruşulur

  @e-su.az @ESU-012 @ESU-013 @ESU-014 @ESU-015
  Ssenarinin strukturu: Hər giriş vasitəsi ilə daxil olmaq mümkündür
    Əgər “Aysel” “e-su.az” portalında “<vasitə>” daxil olub “Elektron müraciət” xidmətini açır
    O halda “Göndər” düyməsi var

    Nümunələr:
      | vasitə                 |
      | Asan imza              |
      | Elektron imza          |
      | İdentifikasiya nömrəsi |

  @e-su.az @ESU-125 @AMB-30
  Ssenari: “E-xidmətlər” siyahısında ən azı altı xidmət var
    O halda “e-su.az” portalında “Sayğac göstəricilərinin təqdim edilməsi” xidmətinə yol belədir:
      | www.e-su.az                             |
      | E-xidmətlər                             |
      | Sayğac göstəricilərinin təqdim edilməsi |
    Və “e-su.az” portalında “Əhali qrupuna aid olan yeni istehlakçının qeydiyyata alınması” xidmətinə yol belədir:
      | www.e-su.az  |
      | E-xidmətlər  |
      | Yeni abonent |
    Və “e-su.az” portalında “Qəza xidməti” xidmətinə yol belədir:
      | www.e-su.az  |
      | E-xidmətlər  |
      | Qəza xidməti |
    Və “e-su.az” portalında “Elektron müraciət” xidmətinə yol belədir:
      | www.e-su.az       |
      | E-xidmətlər       |
      | Elektron müraciət |
    Və “e-su.az” portalında “Abonent məlumatlarının dəyişdirilməsi” xidmətinə yol belədir:
      | www.e-su.az                           |
      | E-xidmətlər                           |
      | Abonent məlumatlarının dəyişdirilməsi |
    Və “e-su.az” portalında “Borcun araşdırılması üzrə müraciət” xidmətinə yol belədir:
      | www.e-su.az                        |
      | E-xidmətlər                        |
      | Borcun araşdırılması üzrə müraciət |

  # --- müraciət forması --------------------------------------------------------------------

  @e-su.az @ESU-118 @ESU-120 @ours
  Ssenari: Müraciət “Azərsu” ASC-yə və ya onun struktur vahidinə ünvanlanır
    Tutaq ki “Nigar” “e-su.az” portalında “Asan imza” daxil olub “Elektron müraciət” xidmətini açır
    O halda “Elektron müraciət” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ    | ad                       |
      | siyahı | Müraciətin ünvanı        |
      | mətn   | Mövzu                    |
      | mətn   | Müraciətin mətni         |
      | fayl   | Əlavə olunan sənəd       |
      | mətn   | Telefon nömrəsi          |
      | mətn   | Elektron poçt ünvanı     |
      | düymə  | Göndər                   |
    Və “Müraciətin ünvanı” siyahısında bunlar var:
      | “Azərsu” ASC                              |
      | Müştəri xidmətləri departamenti           |
      | Nümunə rayon Sukanal idarəsi              |
      | Suyun keyfiyyətinə nəzarət laboratoriyası |
    Və “Əlavə olunan sənəd” sahəsinin izahı belədir:
      """
      Sənədi əlavə etməyə də bilərsiniz.
      """

  @e-su.az @ESU-120 @ours
  Ssenari: Boş formada lazım olan hər sahənin yanında xəbərdarlıq göstərilir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Elektron müraciət” xidmətini açır
    Əgər “Göndər” düyməsini seçir
    O halda “Müraciətin ünvanı” sahəsində “Bu sahəni doldurun.” xəbərdarlığı göstərilir
    Və “Mövzu” sahəsində “Mətn daxil edilməyib.” xəbərdarlığı göstərilir
    Və “Müraciətin mətni” sahəsində “Mətn daxil edilməyib.” xəbərdarlığı göstərilir
    Və “Telefon nömrəsi” sahəsində “Telefon nömrəsi daxil edilməyib.” xəbərdarlığı göstərilir
    Və “Elektron poçt ünvanı” sahəsində “Elektron poçt ünvanı daxil edilməyib.” xəbərdarlığı göstərilir
    Və cəmi 0 müraciət qeydiyyata alınıb

  @e-su.az @ESU-120
  Ssenari: Siyahıda olmayan struktur vahidinə müraciət göndərilmir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Elektron müraciət” xidmətini açır
    Və qalan sahələri nümunələrlə doldurur
    Və “Müraciətin ünvanı” siyahısından “Başqa struktur vahidi” seçir
    Əgər “Göndər” düyməsini seçir
    O halda “Müraciətin ünvanı” sahəsində “Siyahıdan seçin.” xəbərdarlığı göstərilir
    Və cəmi 0 müraciət qeydiyyata alınıb

  @e-su.az @ESU-120 @ours
  Ssenari: Soraqça əlçatan olmadıqda yazılanlar itmir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Elektron müraciət” xidmətini açır
    Və qalan sahələri nümunələrlə doldurur
    Və “soraqça” 1 dəfə “əlçatan deyil”
    Əgər “Göndər” düyməsini seçir
    O halda pəncərədə “Xidmət hazırda əlçatan deyil. Bir qədər sonra yenidən cəhd edin.” xəbərdarlığı göstərilir
    Və “Mövzu” sahəsində “Suyun təzyiqi” qalıb
    Əgər “Göndər” düyməsini seçir
    O halda cəmi 1 müraciət qeydiyyata alınıb

  @e-su.az @AMB-65 @ours
  Ssenarinin strukturu: Əlavə olunan sənəd PDF, yaxud şəkildir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Elektron müraciət” xidmətini açır
    Və “Əlavə olunan sənəd” sahəsinə “<fayl>” yükləyir
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

  # --- göndərilmə və yönləndirmə -----------------------------------------------------------

  @e-su.az @ESU-118 @ESU-120 @ours
  Ssenari: “Göndər” müraciəti qeydiyyata alır
    Tutaq ki “Nigar” “e-su.az” portalında “Asan imza” daxil olub “Elektron müraciət” xidmətini açır
    Və “Müraciətin ünvanı” siyahısından “Suyun keyfiyyətinə nəzarət laboratoriyası” seçir
    Və “Əlavə olunan sənəd” sahəsinə “sənədin surəti” yükləyir
    Və qalan sahələri nümunələrlə doldurur
    Əgər “Göndər” düyməsini seçir
    O halda “Elektron müraciət” pəncərəsi açıqdır
    Və ekranda bu məlumat verilir:
      """
      Müraciətiniz qeydə alındı. Müraciət nömrəniz: _XX_
      """
    Və cəmi 1 müraciət qeydiyyata alınıb
    Və müraciətdə “Müraciətin ünvanı” “Suyun keyfiyyətinə nəzarət laboratoriyası” kimi qeyd olunub
    Və müraciətdə “Mövzu” “Suyun təzyiqi” kimi qeyd olunub
    Və müraciətdə “Müraciətin mətni” “Axşam saatlarında su beşinci mərtəbəyə qalxmır.” kimi qeyd olunub
    Və müraciətdə “Telefon nömrəsi” “+994502001020” kimi qeyd olunub
    Və müraciətdə “Elektron poçt ünvanı” “aysel@example.com” kimi qeyd olunub
    Və icraçı müraciətin “Əlavə olunan sənəd” sahəsindəki “sənəd.pdf” faylını açır
    Və “Nigar” müraciətin statusunu “Qeydə alındı” kimi görür
    Və müraciətin izahında “Müraciətiniz qeydə alınıb.” yazılıb
    Və müraciətin izahında “Müraciətə hazırda baxır: Sistem.” yazılıb

  @e-su.az @ESU-120 @ours
  Ssenari: Müraciət ünvanlandığı struktur vahidinə yönləndirilir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Elektron müraciət” xidmətini açır
    Və “Müraciətin ünvanı” siyahısından “Suyun keyfiyyətinə nəzarət laboratoriyası” seçir
    Və müraciət “Aidiyyəti üzrə yönləndirildi” statusuna çatdırılır
    O halda müraciətdə “Müraciətə baxan struktur vahidi” “Suyun keyfiyyətinə nəzarət laboratoriyası” kimi qeyd olunub

  @e-su.az @ESU-120 @ours
  Ssenari: Cəmiyyətin özünə ünvanlanan müraciət onun müraciətlər şöbəsinə yönləndirilir
    # Siyahının birincisi cəmiyyətin özüdür: nümunələrlə doldurulanda o seçilir.
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Elektron müraciət” xidmətini açır
    Və müraciət “Aidiyyəti üzrə yönləndirildi” statusuna çatdırılır
    O halda müraciətdə “Müraciətə baxan struktur vahidi” “Ərizə və şikayətlər şöbəsi” kimi qeyd olunub

  @e-su.az @ESU-120 @ours
  Ssenari: Müraciətin qeydə alınması və yönləndirilməsi müraciət edənə bildirilir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Elektron müraciət” xidmətini açır
    Və müraciət “Qeydə alındı” statusuna çatdırılır
    Əgər “Operator” “Aidiyyəti üzrə yönləndir” əməliyyatını edir
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Əgər “Operator” “Struktur vahidi göstərilmədən yönləndir” əməliyyatını edir
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Əgər sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Aidiyyəti üzrə yönləndirildi” kimi görür
    Və müraciətin izahında “Müraciətiniz aidiyyəti struktur vahidinə yönləndirilib, ona baxılır.” yazılıb
    Və müraciətin izahında “Müraciətə hazırda baxır: Operator.” yazılıb
    Və müraciət “Operator” siyahısındadır
    Və abonentə “elektron poçt” vasitəsilə cəmi 2 bildiriş göndərilib
    Və abonentə “Müraciət qeydə alındı” mövzulu cəmi 1 elektron poçt göndərilib
    Və abonentə “elektron poçt” vasitəsilə bu bildiriş göndərilir:
      """
      “Elektron müraciət” xidməti ilə göndərdiyiniz müraciət qeydə alındı. Müraciət nömrəniz: _XX_
      """
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      Müraciətiniz qeydə alındı. Nömrə: _XX_
      """
    Və portalda abonentə “Müraciət qeydə alındı” mövzulu cəmi 1 bildiriş göndərilib
    Və abonentə “portal” vasitəsilə bu bildiriş göndərilir:
      """
      “Elektron müraciət” xidməti ilə göndərdiyiniz müraciət qeydə alındı. Müraciət nömrəniz: _XX_
      """
    Və abonentə “Müraciət yönləndirildi” mövzulu cəmi 1 elektron poçt göndərilib
    Və abonentə “elektron poçt” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz aidiyyəti üzrə yönləndirildi.
      """
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz aidiyyəti üzrə yönləndirildi.
      """
    Və portalda abonentə “Müraciət yönləndirildi” mövzulu cəmi 1 bildiriş göndərilib
    Və abonentə “portal” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz aidiyyəti üzrə yönləndirildi.
      """

  @e-su.az @ours
  Ssenari: Struktur vahidi bilinmədikdə müraciət yenə də operatora çatır
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Elektron müraciət” xidmətini açır
    Və müraciət “Qeydə alındı” statusuna çatdırılır
    Və “soraqça” daim “rədd edir”
    Əgər sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Aidiyyəti üzrə yönləndirildi” kimi görür
    Və “Ünvanlanan struktur vahidinə yönləndirmə” işi görülməmiş qalıb

  # --- icra --------------------------------------------------------------------------------

  @e-su.az @ESU-120 @ours
  Ssenari: Operator müraciəti aidiyyəti üzrə başqa struktur vahidinə yönləndirir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Elektron müraciət” xidmətini açır
    Və müraciət “Aidiyyəti üzrə yönləndirildi” statusuna çatdırılır
    Və sistem növbədəki işləri görür
    O halda “Operator” yalnız bu əməliyyatları edə bilər:
      | əməliyyat                         | qeydlər                         |
      | Başqa struktur vahidinə yönləndir | Müraciətə baxan struktur vahidi |
      | Cavablandır                       | Cavab                           |
      | Baxılmasından imtina et           | İmtinanın səbəbi                |
    Əgər “Operator” “Başqa struktur vahidinə yönləndir” əməliyyatını edir
    O halda əməliyyat “Bu sahəni doldurun.” səbəbi ilə qəbul edilmir
    Əgər “Operator” “Başqa struktur vahidinə yönləndir” əməliyyatını bu qeydlərlə edir:
      | Müraciətə baxan struktur vahidi | Nümunə rayon Sukanal idarəsi |
    Və sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Aidiyyəti üzrə yönləndirildi” kimi görür
    Və müraciətdə “Müraciətə baxan struktur vahidi” “Nümunə rayon Sukanal idarəsi” kimi qeyd olunub
    Və abonentə “Müraciət yönləndirildi” mövzulu cəmi 2 elektron poçt göndərilib
    Əgər müraciət “Cavablandırıldı” statusuna çatdırılır
    O halda müraciətin izahında “Müraciətə baxan struktur vahidi: Nümunə rayon Sukanal idarəsi” yazılıb

  @e-su.az @ours
  Ssenari: Operator müraciəti cavablandırır
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Elektron müraciət” xidmətini açır
    Və müraciət “Aidiyyəti üzrə yönləndirildi” statusuna çatdırılır
    Əgər “Operator” “Cavablandır” əməliyyatını edir
    O halda əməliyyat “Bu sahəni doldurun.” səbəbi ilə qəbul edilmir
    Əgər “Operator” “Cavablandır” əməliyyatını bu qeydlərlə edir:
      | Cavab | Nasos təmir edilib. |
    Və sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Cavablandırıldı” kimi görür
    Və müraciətin izahında “Müraciətiniz cavablandırılıb.” yazılıb
    Və müraciətin izahında “Cavab: Nasos təmir edilib.” yazılıb
    Və “Operator” heç bir əməliyyat edə bilməz
    Və abonentə “Müraciət cavablandırıldı” mövzulu cəmi 1 elektron poçt göndərilib
    Və abonentə “elektron poçt” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz cavablandırıldı. Cavab: Nasos təmir edilib.
      """
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz cavablandırıldı. Cavab portaldadır.
      """
    Və portalda abonentə “Müraciət cavablandırıldı” mövzulu cəmi 1 bildiriş göndərilib
    Və abonentə “portal” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz cavablandırıldı. Cavab: Nasos təmir edilib.
      """

  @e-su.az @ours
  Ssenari: Baxılmasından imtinanın səbəbi bildirilir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Elektron müraciət” xidmətini açır
    Və müraciət “Aidiyyəti üzrə yönləndirildi” statusuna çatdırılır
    Əgər “Operator” “Baxılmasından imtina et” əməliyyatını edir
    O halda əməliyyat “Bu sahəni doldurun.” səbəbi ilə qəbul edilmir
    Əgər “Operator” “Baxılmasından imtina et” əməliyyatını bu qeydlərlə edir:
      | İmtinanın səbəbi | Məsələ bələdiyyəyə aiddir. |
    Və sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Baxılmasından imtina edildi” kimi görür
    Və müraciətin izahında “Müraciətinizə baxılmasından imtina edilib.” yazılıb
    Və müraciətin izahında “İmtinanın səbəbi: Məsələ bələdiyyəyə aiddir.” yazılıb
    Və abonentə “Müraciətə baxılmasından imtina edildi” mövzulu cəmi 1 elektron poçt göndərilib
    Və abonentə “elektron poçt” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətinizə baxılmasından imtina edildi. Səbəb: Məsələ bələdiyyəyə aiddir.
      """
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətinizə baxılmasından imtina edildi. Səbəb: Məsələ bələdiyyəyə aiddir.
      """
    Və portalda abonentə “Müraciətə baxılmasından imtina edildi” mövzulu cəmi 1 bildiriş göndərilib
    Və abonentə “portal” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətinizə baxılmasından imtina edildi. Səbəb: Məsələ bələdiyyəyə aiddir.
      """

  # --- statusun izlənməsi ------------------------------------------------------------------

  @e-su.az @ESU-121
  Ssenari: İcra vəziyyəti “Bildiriş və müraciətlər” → “Müraciətlər” bölməsində izlənir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Elektron müraciət” xidmətini açır
    Və müraciət “Aidiyyəti üzrə yönləndirildi” statusuna çatdırılır
    O halda “e-su.az” portalında “Müraciətlər” bölməsində müraciətin statusu “Aidiyyəti üzrə yönləndirildi”
    Və “e-su.az” portalında statuslara yol belədir:
      | Bildiriş və müraciətlər |
      | Müraciətlər             |
    Və “Kamran” üçün belə müraciət yoxdur

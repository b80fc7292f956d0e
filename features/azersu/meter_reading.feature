# language: az
@meter_reading
Özəllik: Sayğac göstəricilərinin təqdim edilməsi
  Əhali qrupuna aid abonent sayğacının son göstəricisini sistemə yükləyir, göstərici abonent
  bazasına yazılır, nəticə portalda bildirilir. Baza göstəricini qəbul etmədikdə operator yoxlayır.
  Mənbə: 003 nömrəli təlimat, “E-xidmətlər”. Təlimat xidməti, qrupu və bildirişi göstərir;
  pəncərələr, göstəricinin hədləri və icra bizimdir.

  # --- xidmətə giriş -----------------------------------------------------------------------

  @e-su.az @ESU-009 @ESU-107
  Ssenari: Xidmət “E-xidmətlər” siyahısından seçilir
    O halda “e-su.az” portalında “Sayğac göstəricilərinin təqdim edilməsi” xidmətinə yol belədir:
      | www.e-su.az                             |
      | E-xidmətlər                             |
      | Sayğac göstəricilərinin təqdim edilməsi |

  @e-su.az @ESU-011 @ESU-012 @ESU-013 @ESU-014 @ESU-015
  Ssenari: “Asan Login” pəncərəsində giriş xidmət seçilməzdən əvvəl soruşulur
    O halda “e-su.az” portalında “Sayğac göstəricilərinin təqdim edilməsi” xidmətinin giriş pəncərəsi “Asan Login” belədir:
      | Asan imza              |
      | Elektron imza          |
      | İdentifikasiya nömrəsi |
    Və “e-su.az” portalında “Sayğac göstəricilərinin təqdim edilməsi” xidməti üçün giriş “xidmət seçilməzdən əvvəl” soruşulur

  @e-su.az @ESU-012 @ESU-013 @ESU-014 @ESU-015
  Ssenarinin strukturu: Hər giriş vasitəsi ilə daxil olmaq mümkündür
    Əgər “Aysel” “e-su.az” portalında “<vasitə>” daxil olub “Sayğac göstəricilərinin təqdim edilməsi” xidmətini açır
    O halda “Təsdiq” düyməsi var

    Nümunələr:
      | vasitə                 |
      | Asan imza              |
      | Elektron imza          |
      | İdentifikasiya nömrəsi |

  # --- abonent kodu ------------------------------------------------------------------------

  @e-su.az @ESU-107 @ESU-110 @ours
  Ssenari: Abonent kodu profildə qeydiyyatdan keçmiş kodlardan seçilir
    Əgər “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Sayğac göstəricilərinin təqdim edilməsi” xidmətini açır
    O halda “Sayğac göstəricilərinin təqdim edilməsi” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ    | ad           |
      | siyahı | Abonent kodu |
      | düymə  | Təsdiq       |
    Və “Abonent kodu” siyahısında bunlar var:
      | 1020304050 |
    Və “Təsdiq” düyməsi bundan sonra açılır: “Abonent kodu”
    Əgər “Təsdiq” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Bu sahəni doldurun.” xəbərdarlığı göstərilir

  @e-su.az @ESU-110 @DIF-30
  Ssenari: Qeyri-əhali qrupunun sayğacı üzrə göstərici təqdim edilmir
    Tutaq ki “Orxan” “e-su.az” portalında “Asan imza” daxil olub “Sayğac göstəricilərinin təqdim edilməsi” xidmətini açır
    Əgər “Abonent kodu” siyahısından “4050607080” seçir
    Və “Təsdiq” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Göstərici yalnız əhali qrupuna aid olan sayğaclar üzrə təqdim edilir.” xəbərdarlığı göstərilir
    Və “Göndər” pəncərədə yoxdur

  @e-su.az @ESU-110 @ours
  Ssenari: Sayğacı olmayan abonentin göstəricisi də yoxdur
    Tutaq ki “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Sayğac göstəricilərinin təqdim edilməsi” xidmətini açır
    Əgər “Abonent kodu” siyahısından “5060708090” seçir
    Və “Təsdiq” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Bu abonent kodu üzrə sayğac yoxdur.” xəbərdarlığı göstərilir
    Və “Göndər” pəncərədə yoxdur

  @e-su.az @ESU-110 @AMB-21 @ours
  Ssenari: Profildə olmayan kod seçilə bilməz
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Sayğac göstəricilərinin təqdim edilməsi” xidmətini açır
    Əgər “Abonent kodu” siyahısından “2030405060” seçir
    Və “Təsdiq” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Siyahıdan seçin.” xəbərdarlığı göstərilir

  @e-su.az @ours
  Ssenari: Profildə kod yoxdursa, bu bildirilir
    Tutaq ki “Nigar” “e-su.az” portalında “Asan imza” daxil olub “Sayğac göstəricilərinin təqdim edilməsi” xidmətini açır
    Əgər “Təsdiq” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Bu siyahıda seçiləcək heç nə yoxdur.” xəbərdarlığı göstərilir

  @e-su.az @ours
  Ssenari: Seçilən kod abonent bazasında yoxlanılır
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Sayğac göstəricilərinin təqdim edilməsi” xidmətini açır
    Və “abonent bazası” 1 dəfə “əlçatan deyil”
    Əgər “Abonent kodu” siyahısından “1020304050” seçir
    Və “Təsdiq” düyməsini seçir
    O halda pəncərədə “Xidmət hazırda əlçatan deyil. Bir qədər sonra yenidən cəhd edin.” xəbərdarlığı göstərilir
    Və “Abonent kodu” sahəsində “1020304050” qalıb

  @e-su.az @ESU-110 @AMB-21 @ours
  Ssenari: Ləğv edilmiş kod üzrə göstərici təqdim edilmir
    Tutaq ki abonent bazasında “1020304050” kodu ləğv edilib
    Və “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Sayğac göstəricilərinin təqdim edilməsi” xidmətini açır
    Əgər “Abonent kodu” siyahısından “1020304050” seçir
    Və “Təsdiq” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Abonent kodu düzgün deyil.” xəbərdarlığı göstərilir
    Və “Göndər” pəncərədə yoxdur

  # --- göstərici ---------------------------------------------------------------------------

  @e-su.az @ESU-109 @ours
  Ssenari: Əvvəlki göstərici göstərilir, sonuncusu yazılır
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Sayğac göstəricilərinin təqdim edilməsi” xidmətini açır
    Əgər “Abonent kodu” siyahısından “1020304050” seçir
    Və “Təsdiq” düyməsini seçir
    O halda “Sayğac göstəricilərinin təqdim edilməsi” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ     | ad                       |
      | rəqəm   | Sayğacın son göstəricisi |
      | bölmə   | Seçilmiş kod             |
      | məlumat | Abonent kodu             |
      | bölmə   | Sayğac məlumatları       |
      | məlumat | Əvvəlki göstərici        |
      | bölmə   | Göstəricinin tarixi      |
      | məlumat | Göstəricinin tarixi      |
      | düymə   | Göndər                   |
    Və “Abonent kodu” qarşısında “1020304050” göstərilir
    Və “Əvvəlki göstərici” qarşısında “1240 m³” göstərilir
    Və “Göstəricinin tarixi” qarşısında “20.11.2026” göstərilir
    Və “Sayğacın son göstəricisi” sahəsinin vahidi “m³”
    Və “Sayğacın son göstəricisi” sahəsinin izahı belədir:
      """
      Sayğacın bu gün göstərdiyi rəqəm.
      """
    Və “Göndər” düyməsi bundan sonra açılır: “Sayğacın son göstəricisi”

  @e-su.az @ESU-109 @ours
  Ssenarinin strukturu: Göstərici əvvəlkindən az olmayan rəqəmdir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Sayğac göstəricilərinin təqdim edilməsi” xidmətini açır
    Və “Göndər” düyməsi olan pəncərəyə qədər gedir
    Əgər “Sayğacın son göstəricisi” sahəsinə “<göstərici>” yazır
    Və “Göndər” düyməsini seçir
    O halda “Sayğacın son göstəricisi” sahəsində “<xəbərdarlıq>” xəbərdarlığı göstərilir
    Və “Sayğacın son göstəricisi” sahəsində “<göstərici>” qalıb
    Və cəmi 0 müraciət qeydiyyata alınıb

    Nümunələr:
      | göstərici | xəbərdarlıq                                                            |
      |           | Sayğacın göstəricisi daxil edilməyib.                                  |
      | min       | Sayğacın göstəricisi rəqəmlə yazılmalıdır, məsələn: 1234 və ya 1234,5. |
      | -5        | Sayğacın göstəricisi mənfi ola bilməz.                                 |
      | 1239,999  | Göstərici əvvəlki göstəricidən az ola bilməz.                          |

  @e-su.az @ESU-109 @ours
  Ssenari: Su işlədilməyibsə, göstərici əvvəlki ilə eyni ola bilər
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Sayğac göstəricilərinin təqdim edilməsi” xidmətini açır
    Və “Göndər” düyməsi olan pəncərəyə qədər gedir
    Əgər “Sayğacın son göstəricisi” sahəsinə “1240” yazır
    Və “Göndər” düyməsini seçir
    O halda cəmi 1 müraciət qeydiyyata alınıb

  @e-su.az @ESU-109 @ours
  Ssenari: Göstərici göndərilən günə olmalıdır
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Sayğac göstəricilərinin təqdim edilməsi” xidmətini açır
    Və “Göndər” düyməsi olan pəncərəyə qədər gedir
    Və “sayğac göstəriciləri” 1 dəfə “əlçatan deyil”
    Əgər “Sayğacın son göstəricisi” sahəsinə “1254” yazır
    Və “Göndər” düyməsini seçir
    O halda pəncərədə “Xidmət hazırda əlçatan deyil. Bir qədər sonra yenidən cəhd edin.” xəbərdarlığı göstərilir
    Və “Sayğacın son göstəricisi” sahəsində “1254” qalıb
    Əgər 24 saat keçir
    Və “Göndər” düyməsini seçir
    O halda “Sayğacın son göstəricisi” sahəsində “Göstərici göndərilən günə olmalıdır. Yenidən daxil edin.” xəbərdarlığı göstərilir
    Və cəmi 0 müraciət qeydiyyata alınıb
    Əgər “Sayğacın son göstəricisi” sahəsinə “1255” yazır
    Və “Göndər” düyməsini seçir
    O halda cəmi 1 müraciət qeydiyyata alınıb
    Və müraciətdə “Göstəricinin tarixi” “21.11.2026” kimi qeyd olunub

  # --- göndərilmə və qəbul -----------------------------------------------------------------

  @e-su.az @ESU-109 @ESU-111 @ours
  Ssenari: Göstərici bazaya yazılır, nəticə portalda bildirilir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Sayğac göstəricilərinin təqdim edilməsi” xidmətini açır
    Və “Göndər” düyməsi olan pəncərəyə qədər gedir
    Əgər “Sayğacın son göstəricisi” sahəsinə “1254,5” yazır
    Və “Göndər” düyməsini seçir
    O halda “Sayğac göstəricilərinin təqdim edilməsi” pəncərəsi açıqdır
    Və ekranda bu məlumat verilir:
      """
      Müraciətiniz qeydə alındı. Müraciət nömrəniz: _XX_
      """
    Və cəmi 1 müraciət qeydiyyata alınıb
    Və müraciətdə “Abonent kodu” “1020304050” kimi qeyd olunub
    Və müraciətdə “Sayğacın son göstəricisi” “1254.5” kimi qeyd olunub
    Və “Aysel” müraciətin statusunu “Qeydə alındı” kimi görür
    Və müraciətin izahında “Göstərici alınıb, bazaya yazılır.” yazılıb
    Və müraciətin izahında “Müraciətə hazırda baxır: Sistem.” yazılıb
    Və “1020304050” kodunun son göstəricisi “1240” m³-dir
    Əgər sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Qəbul edildi” kimi görür
    Və müraciətin izahında “Göstərici qəbul edilib: sayğacınızın son göstəricisidir.” yazılıb
    Və “1020304050” kodunun son göstəricisi “1254.5” m³-dir
    Və abonentə “portal” vasitəsilə cəmi 1 bildiriş göndərilib
    Və portalda abonentə “Göstərici qəbul edildi” mövzulu cəmi 1 bildiriş göndərilib
    Və abonentə “portal” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətinizlə göndərdiyiniz göstərici qəbul edildi.
      """

  @e-su.az @ESU-109
  Ssenari: “Göndər” iki dəfə seçilsə də göstərici bir dəfə göndərilir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Sayğac göstəricilərinin təqdim edilməsi” xidmətini açır
    Və “Göndər” düyməsi olan pəncərəyə qədər gedir
    Və qalan sahələri nümunələrlə doldurur
    Əgər “Göndər” düyməsini ardıcıl 2 dəfə seçir
    O halda cəmi 1 müraciət qeydiyyata alınıb

  @e-su.az @ESU-109 @ours
  Ssenari: Bazanın cavabı gecikdikdə göstərici sonra qəbul edilir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Sayğac göstəricilərinin təqdim edilməsi” xidmətini açır
    Və müraciət “Qeydə alındı” statusuna çatdırılır
    Və “sayğac göstəriciləri” 1 dəfə “işi görür, amma cavabı vaxtından sonra gəlir”
    Əgər sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Qeydə alındı” kimi görür
    Əgər 1 saat keçir
    Və sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Qəbul edildi” kimi görür
    Və “1020304050” kodunun son göstəricisi “1254” m³-dir

  # --- baza göstəricini qəbul etmədikdə ----------------------------------------------------

  @e-su.az @ESU-111 @ours
  Ssenari: Baza göstəricini qəbul etmədikdə operator yoxlayır, səbəb abonentə bildirilir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Sayğac göstəricilərinin təqdim edilməsi” xidmətini açır
    Və müraciət “Qeydə alındı” statusuna çatdırılır
    Və “sayğac göstəriciləri” 1 dəfə “rədd edir”
    Əgər sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Yoxlanılır” kimi görür
    Və müraciətin izahında “Göstərici bazaya yazılmayıb, operator səbəbini yoxlayır.” yazılıb
    Və müraciətin izahında “Müraciətə hazırda baxır: Operator.” yazılıb
    Və müraciət “Operator” siyahısındadır
    Və portalda abonentə “Göstərici yoxlanılır” mövzulu cəmi 1 bildiriş göndərilib
    Və abonentə “portal” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətinizlə göndərdiyiniz göstəricini operator yoxlayır.
      """
    Və “Operator” yalnız bu əməliyyatları edə bilər:
      | əməliyyat                            | qeydlər                                 |
      | Yenidən yazdır                       |                                         |
      | Göstəricini qəbul etməkdən imtina et | Göstəricinin qəbul edilməməsinin səbəbi |
    Əgər “Operator” “Göstəricini qəbul etməkdən imtina et” əməliyyatını edir
    O halda əməliyyat “Bu sahəni doldurun.” səbəbi ilə qəbul edilmir
    Əgər “Operator” “Göstəricini qəbul etməkdən imtina et” əməliyyatını bu qeydlərlə edir:
      | Göstəricinin qəbul edilməməsinin səbəbi | Sayğac plomblanmayıb. |
    Və sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Qəbul edilmədi” kimi görür
    Və müraciətin izahında “Göstərici qəbul edilməyib.” yazılıb
    Və müraciətin izahında “Göstəricinin qəbul edilməməsinin səbəbi: Sayğac plomblanmayıb.” yazılıb
    Və “1020304050” kodunun son göstəricisi “1240” m³-dir
    Və “Operator” heç bir əməliyyat edə bilməz
    Və portalda abonentə “Göstərici qəbul edilmədi” mövzulu cəmi 1 bildiriş göndərilib
    Və abonentə “portal” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətinizlə göndərdiyiniz göstərici qəbul edilmədi. Səbəb: Sayğac plomblanmayıb.
      """

  @e-su.az @ours
  Ssenari: Operator göstəricini yenidən yazdırır
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Sayğac göstəricilərinin təqdim edilməsi” xidmətini açır
    Və müraciət “Qeydə alındı” statusuna çatdırılır
    Və “sayğac göstəriciləri” 2 dəfə “rədd edir”
    Və sistem növbədəki işləri görür
    Əgər “Operator” “Yenidən yazdır” əməliyyatını edir
    O halda “Aysel” müraciətin statusunu “Yenidən yazılır” kimi görür
    Və müraciətin izahında “Göstərici bazaya yenidən yazılır.” yazılıb
    Və müraciətin izahında “Müraciətə hazırda baxır: Sistem.” yazılıb
    Əgər sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Yoxlanılır” kimi görür
    Əgər “Operator” “Yenidən yazdır” əməliyyatını edir
    Və sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Qəbul edildi” kimi görür
    Və “1020304050” kodunun son göstəricisi “1254” m³-dir

  @e-su.az @ESU-109 @ours
  Ssenari: Sistemin əməliyyatlarını əməkdaş edə bilməz
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Sayğac göstəricilərinin təqdim edilməsi” xidmətini açır
    Və müraciət “Qeydə alındı” statusuna çatdırılır
    Əgər “Operator” “Göstəricini qəbul et” əməliyyatını edir
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Əgər “Operator” “Yoxlamaya göndər” əməliyyatını edir
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Əgər müraciət “Yenidən yazılır” statusuna çatdırılır
    Və “Operator” “Göstəricini qəbul et” əməliyyatını edir
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Əgər “Operator” “Yoxlamaya göndər” əməliyyatını edir
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir

  # --- statusun izlənməsi ------------------------------------------------------------------

  @e-su.az @ESU-081 @ESU-083
  Ssenari: Status “Bildiriş və müraciətlər” → “Müraciətlər” bölməsində izlənir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Sayğac göstəricilərinin təqdim edilməsi” xidmətini açır
    Və müraciət “Yoxlanılır” statusuna çatdırılır
    O halda “e-su.az” portalında “Müraciətlər” bölməsində müraciətin statusu “Yoxlanılır”
    Və “e-su.az” portalında statuslara yol belədir:
      | Bildiriş və müraciətlər |
      | Müraciətlər             |
    Və “Kamran” üçün belə müraciət yoxdur

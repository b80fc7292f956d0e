# language: az
@service_suspension
Özəllik: Su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılması və bərpası müraciəti
  Abonent su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılmasını, yaxud
  bərpasını istəyir; operator icra edir və ya səbəbini bildirərək imtina edir.
  Mənbə: 003 nömrəli təlimat, “Ən çox verilən suallar”. Təlimat xidmətin adını, iki əməliyyatını və
  yerini bildirir; pəncərələr, icra və bildirişlər bizimdir.

  # --- xidmətə giriş -----------------------------------------------------------------------

  @azersu.az @ESU-191 @ESU-192
  Ssenari: Xidmət “Elektron xidmətlər” bölməsindən seçilir
    O halda “azersu.az” portalında “Su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılması və bərpası müraciəti” xidmətinə yol belədir:
      | Elektron xidmətlər                                                                                                       |
      | Su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılması və bərpası müraciəti |

  @azersu.az @ours
  Ssenari: Giriş vasitəsi xidmət seçildikdən sonra soruşulur
    O halda “azersu.az” portalında “Su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılması və bərpası müraciəti” xidmətinin giriş pəncərəsi “Giriş vasitəsini seçin” belədir:
      | İdentifikasiya nömrəsi ilə     |
      | SİMA imza ilə                  |
      | Asan imza ilə                  |
      | SİMA Token (Elektron imza) ilə |
      | BSXM Elektron İmza ilə         |
    Və “azersu.az” portalında “Su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılması və bərpası müraciəti” xidməti üçün giriş “xidmət seçildikdən sonra” soruşulur

  @azersu.az @ESU-192 @ours
  Ssenarinin strukturu: Hər giriş vasitəsi ilə xidmət açılır
    Əgər “Aysel” “azersu.az” portalında “<vasitə>” daxil olub “Su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılması və bərpası müraciəti” xidmətini açır
    O halda “Su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılması və bərpası müraciəti” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ   | ad                         |
      | düymə | Yeni müraciət yarat        |
      | düymə | Müraciətin statusunu yoxla |

    Nümunələr:
      | vasitə                         |
      | İdentifikasiya nömrəsi ilə     |
      | SİMA imza ilə                  |
      | Asan imza ilə                  |
      | SİMA Token (Elektron imza) ilə |
      | BSXM Elektron İmza ilə         |

  # --- abonent kodu ------------------------------------------------------------------------

  @azersu.az @ours
  Ssenari: Əvvəlcə abonent kodu yazılır
    Əgər “Aysel” “azersu.az” portalında “SİMA imza ilə” daxil olub “Su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılması və bərpası müraciəti” xidmətini açır
    Və “Yeni müraciət yarat” düyməsini seçir
    O halda “Yeni müraciət yarat” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ   | ad           |
      | mətn  | Abonent kodu |
      | düymə | Davam et     |

  @azersu.az @AMB-23 @ours
  Ssenarinin strukturu: Kod düzgün olmadıqda davam etmək olmur
    Əgər “Aysel” “azersu.az” portalında “SİMA imza ilə” daxil olub “Su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılması və bərpası müraciəti” xidmətini açır
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “<kod>” yazır
    Və “Davam et” düyməsini seçir
    O halda “Abonent kodu” sahəsində “<xəbərdarlıq>” xəbərdarlığı göstərilir
    Və “Abonent kodu” sahəsində “<kod>” qalıb
    Və “Müraciət et” pəncərədə yoxdur

    Nümunələr:
      | kod  | xəbərdarlıq                                  |
      |      | Abonent kodu daxil edilməyib.                |
      | 12A4 | Abonent kodu 1–13 rəqəmdən ibarət olmalıdır. |
      | 999  | Abonent kodu düzgün deyil.                   |

  @azersu.az @AMB-21
  Ssenari: Başqasının adına olan kodla da müraciət etmək olar
    Əgər “Nigar” “azersu.az” portalında “SİMA imza ilə” daxil olub “Su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılması və bərpası müraciəti” xidmətini açır
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “3040506070” yazır
    Və “Davam et” düyməsini seçir
    O halda “Müraciət et” düyməsi var

  @azersu.az @ESU-191 @DIF-30 @ours
  Ssenari: Qeyri-əhali abonenti də xidmətin dayandırılmasını, yaxud bərpasını istəyə bilər
    Tutaq ki “Orxan” “azersu.az” portalında “SİMA imza ilə” daxil olub “Su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılması və bərpası müraciəti” xidmətini açır
    Və “Yeni müraciət yarat” düyməsini seçir
    Əgər “Abonent kodu” sahəsinə “4050607080” yazır
    Və “Davam et” düyməsini seçir
    O halda heç bir xəbərdarlıq göstərilmir
    Əgər “Xidmət üzrə əməliyyat” siyahısından “Bərpası” seçir
    Və qalan sahələri nümunələrlə doldurur
    Və “Müraciət et” düyməsini seçir
    O halda cəmi 1 müraciət qeydiyyata alınıb
    Və müraciətdə “Xidmət üzrə əməliyyat” “Bərpası” kimi qeyd olunub

  # --- sayğacsız abonentlər ----------------------------------------------------------------

  @azersu.az @ESU-193 @AMB-43
  Ssenari: Qayda seçilməyibsə, sayğacı olan abonent də müraciət edə bilər
    Əgər “Aysel” “azersu.az” portalında “SİMA imza ilə” daxil olub “Su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılması və bərpası müraciəti” xidmətini açır
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “1020304050” yazır
    Və “Davam et” düyməsini seçir
    O halda heç bir xəbərdarlıq göstərilmir
    Və “Müraciət et” düyməsi var

  @azersu.az @ESU-193 @AMB-43
  Ssenari: Qayda seçilibsə, sayğacı olan abonent müraciət edə bilməz
    Tutaq ki “Yalnız sayğacsız abonentlər” qaydası tətbiq edilir
    Əgər “Aysel” “azersu.az” portalında “SİMA imza ilə” daxil olub “Su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılması və bərpası müraciəti” xidmətini açır
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “1020304050” yazır
    Və “Davam et” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Bu xidmət vasitəsilə yalnız sayğacsız abonentlər müraciət edə bilərlər. Digər abonentlər ASAN xidmət, ASAN kommunal mərkəzlərinə və ya rayon Sukanal idarələrinə müraciət edə bilərlər.” xəbərdarlığı göstərilir
    Və “Abonent kodu” sahəsində “1020304050” qalıb
    Və “Müraciət et” pəncərədə yoxdur

  @azersu.az @ESU-193 @AMB-43
  Ssenari: Qayda seçilibsə, sayğacsız abonent müraciət edir
    Tutaq ki “Yalnız sayğacsız abonentlər” qaydası tətbiq edilir
    Əgər “Kamran” “azersu.az” portalında “SİMA imza ilə” daxil olub “Su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılması və bərpası müraciəti” xidmətini açır
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “5060708090” yazır
    Və “Davam et” düyməsini seçir
    Və müraciət “Qeydiyyata alındı” statusuna çatdırılır
    O halda müraciətdə “Abonent kodu” “5060708090” kimi qeyd olunub

  @azersu.az @ESU-193 @AMB-43 @ours
  Ssenari: Qayda göndərməzdən əvvəl seçilibsə, sayğacı olan abonentin müraciəti göndərilmir
    Tutaq ki “Aysel” “azersu.az” portalında “SİMA imza ilə” daxil olub “Su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılması və bərpası müraciəti” xidmətini açır
    Və “Müraciət et” düyməsi olan pəncərəyə qədər gedir
    Və qalan sahələri nümunələrlə doldurur
    Və “Yalnız sayğacsız abonentlər” qaydası tətbiq edilir
    Əgər “Müraciət et” düyməsini seçir
    O halda pəncərədə “Abonent kodu: Bu xidmət vasitəsilə yalnız sayğacsız abonentlər müraciət edə bilərlər. Digər abonentlər ASAN xidmət, ASAN kommunal mərkəzlərinə və ya rayon Sukanal idarələrinə müraciət edə bilərlər.” xəbərdarlığı göstərilir
    Və cəmi 0 müraciət qeydiyyata alınıb

  @azersu.az @ESU-193 @AMB-43 @ours
  Ssenari: Qayda naməlum kod haqqında heç nə bildirmir
    Tutaq ki “Yalnız sayğacsız abonentlər” qaydası tətbiq edilir
    Və abonent kodundan yalnız sahibi istifadə edə bilər
    Əgər “Nigar” “azersu.az” portalında “SİMA imza ilə” daxil olub “Su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılması və bərpası müraciəti” xidmətini açır
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “1020304050” yazır
    Və “Davam et” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Abonent kodu düzgün deyil.” xəbərdarlığı göstərilir

  # --- müraciət forması --------------------------------------------------------------------

  @azersu.az @ESU-191 @ours
  Ssenari: Formada iki əməliyyatdan biri seçilir
    Əgər “Aysel” “azersu.az” portalında “SİMA imza ilə” daxil olub “Su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılması və bərpası müraciəti” xidmətini açır
    Və “Müraciət et” düyməsi olan pəncərəyə qədər gedir
    O halda “Su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılması və bərpası müraciəti” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ     | ad                    |
      | siyahı  | Xidmət üzrə əməliyyat |
      | mətn    | Hansı tarixdən        |
      | mətn    | Müraciətin səbəbi     |
      | mətn    | Telefon nömrəsi       |
      | mətn    | Elektron poçt ünvanı  |
      | bölmə   | Seçilmiş kod          |
      | məlumat | Abonent kodu          |
      | düymə   | Müraciət et           |
    Və “Xidmət üzrə əməliyyat” siyahısında bunlar var:
      | Müvəqqəti dayandırılması |
      | Bərpası                  |
    Və “Abonent kodu” qarşısında “1020304050” göstərilir
    Və “Hansı tarixdən” sahəsinin izahı belədir:
      """
      Boş saxlasanız, ən yaxın vaxtda icra ediləcək. Tarixi gün.ay.il şəklində yazın, məsələn: 25.11.2030.
      """

  @azersu.az @ESU-191 @ours
  Ssenari: Boş formada doldurulmalı olan hər sahənin yanında xəbərdarlıq göstərilir
    Əgər “Aysel” “azersu.az” portalında “SİMA imza ilə” daxil olub “Su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılması və bərpası müraciəti” xidmətini açır
    Və “Müraciət et” düyməsi olan pəncərəyə qədər gedir
    Və “Müraciət et” düyməsini seçir
    O halda “Xidmət üzrə əməliyyat” sahəsində “Bu sahəni doldurun.” xəbərdarlığı göstərilir
    Və “Telefon nömrəsi” sahəsində “Telefon nömrəsi daxil edilməyib.” xəbərdarlığı göstərilir
    Və “Elektron poçt ünvanı” sahəsində “Elektron poçt ünvanı daxil edilməyib.” xəbərdarlığı göstərilir
    Və cəmi 0 müraciət qeydiyyata alınıb

  @azersu.az @ours
  Ssenarinin strukturu: Gün düzgün yazılmalıdır və keçmişdə ola bilməz
    Əgər “Aysel” “azersu.az” portalında “SİMA imza ilə” daxil olub “Su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılması və bərpası müraciəti” xidmətini açır
    Və “Müraciət et” düyməsi olan pəncərəyə qədər gedir
    Və “Hansı tarixdən” sahəsinə “<gün>” yazır
    Və qalan sahələri nümunələrlə doldurur
    Və “Müraciət et” düyməsini seçir
    O halda “Hansı tarixdən” sahəsində “<xəbərdarlıq>” xəbərdarlığı göstərilir
    Və “Hansı tarixdən” sahəsində “<gün>” qalıb
    Və cəmi 0 müraciət qeydiyyata alınıb

    Nümunələr:
      | gün        | xəbərdarlıq                                           |
      | sabah      | Tarixi gün.ay.il şəklində yazın, məsələn: 25.11.2030. |
      | 31.11.2026 | Tarixi gün.ay.il şəklində yazın, məsələn: 25.11.2030. |
      | 19.11.2026 | Tarix bu gündən əvvəl ola bilməz.                     |

  @azersu.az @ours
  Ssenari: Xəbərdarlıqdakı nümunə kimi yazılan tarix qəbul edilir
    Tutaq ki “Aysel” “azersu.az” portalında “SİMA imza ilə” daxil olub “Su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılması və bərpası müraciəti” xidmətini açır
    Və “Müraciət et” düyməsi olan pəncərəyə qədər gedir
    Əgər “Hansı tarixdən” sahəsinə “25.11.2030” yazır
    Və qalan sahələri nümunələrlə doldurur
    Və “Müraciət et” düyməsini seçir
    O halda cəmi 1 müraciət qeydiyyata alınıb

  @azersu.az @ESU-191 @ours
  Ssenarinin strukturu: Seçilən əməliyyat və gün müraciətdə saxlanılır
    Əgər “Aysel” “azersu.az” portalında “SİMA imza ilə” daxil olub “Su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılması və bərpası müraciəti” xidmətini açır
    Və “Müraciət et” düyməsi olan pəncərəyə qədər gedir
    Və “Xidmət üzrə əməliyyat” siyahısından “<əməliyyat>” seçir
    Və “Hansı tarixdən” sahəsinə “<gün>” yazır
    Və “Müraciətin səbəbi” sahəsinə “Evdə yaşayan yoxdur.” yazır
    Və müraciət “Qeydiyyata alındı” statusuna çatdırılır
    O halda müraciətdə “Abonent kodu” “1020304050” kimi qeyd olunub
    Və müraciətdə “Xidmət üzrə əməliyyat” “<əməliyyat>” kimi qeyd olunub
    Və müraciətdə “Hansı tarixdən” “<gün>” kimi qeyd olunub
    Və müraciətdə “Müraciətin səbəbi” “Evdə yaşayan yoxdur.” kimi qeyd olunub
    Və müraciətdə “Telefon nömrəsi” “+994502001020” kimi qeyd olunub
    Və müraciətdə “Elektron poçt ünvanı” “aysel@example.com” kimi qeyd olunub

    Nümunələr:
      | əməliyyat                | gün        |
      | Müvəqqəti dayandırılması | 20.11.2026 |
      | Bərpası                  | 01.12.2026 |

  # --- qeydiyyat və icra -------------------------------------------------------------------

  @azersu.az @ours
  Ssenari: “Müraciət et” müraciəti qeydiyyata alır və nömrəsini göstərir
    Əgər “Aysel” “azersu.az” portalında “SİMA imza ilə” daxil olub “Su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılması və bərpası müraciəti” xidmətini açır
    Və “Müraciət et” düyməsi olan pəncərəyə qədər gedir
    Və qalan sahələri nümunələrlə doldurur
    Və “Müraciət et” düyməsini seçir
    O halda “Su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılması və bərpası müraciəti” pəncərəsi açıqdır
    Və ekranda bu məlumat verilir:
      """
      Müraciətiniz qeydiyyata alındı. Xidmətimizdən istifadə etdiyiniz üçün sizə təşəkkür edirik.
      Müraciət nömrəniz: _XX_
      """
    Və cəmi 1 müraciət qeydiyyata alınıb
    Və müraciət “azersu.az” portalından göndərilib
    Və “Aysel” müraciətin statusunu “Qeydiyyata alındı” kimi görür
    Və müraciətin izahında “Müraciətiniz qeydiyyata alınıb.” yazılıb
    Və müraciətin izahında “Müraciətə hazırda baxır: Sistem.” yazılıb
    Və müraciət “Operator” siyahısında deyil

  @azersu.az @ours
  Ssenari: Müraciət aidiyyəti əməkdaşlara yönləndirilir, bunu və qeydiyyatı abonent öyrənir
    Tutaq ki “Aysel” “azersu.az” portalında “SİMA imza ilə” daxil olub “Su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılması və bərpası müraciəti” xidmətini açır
    Və müraciət “Qeydiyyata alındı” statusuna çatdırılır
    Əgər “Operator” “İcraya yönləndir” əməliyyatını edir
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Əgər “Operator” “Şöbə göstərilmədən yönləndir” əməliyyatını edir
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Əgər sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “İcraya yönləndirildi” kimi görür
    Və müraciətin izahında “Müraciətiniz aidiyyəti əməkdaşlara icra üçün yönləndirilib.” yazılıb
    Və müraciətin izahında “Müraciətə hazırda baxır: Operator.” yazılıb
    Və müraciət “Operator” siyahısındadır
    Və abonentə “Müraciət qeydiyyata alındı” mövzulu cəmi 1 elektron poçt göndərilib
    Və abonentə “elektron poçt” vasitəsilə bu bildiriş göndərilir:
      """
      “Su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılması və bərpası müraciəti”
      xidməti ilə göndərdiyiniz müraciət qeydiyyata alındı. Müraciət nömrəniz: _XX_
      """
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      Müraciətiniz qeydiyyata alındı. Nömrə: _XX_
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
    Və abonentə “portal” vasitəsilə cəmi 0 bildiriş göndərilib

  @azersu.az @ours
  Ssenari: Aidiyyəti şöbə bilinmədikdə müraciət yenə də operatora çatır
    Tutaq ki “Aysel” “azersu.az” portalında “SİMA imza ilə” daxil olub “Su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılması və bərpası müraciəti” xidmətini açır
    Və müraciət “Qeydiyyata alındı” statusuna çatdırılır
    Və “soraqça” daim “rədd edir”
    Və sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “İcraya yönləndirildi” kimi görür
    Və “İcraya yönləndirmə” işi görülməmiş qalıb

  @azersu.az @ESU-191 @ours
  Ssenarinin strukturu: Operator işi yekunlaşdırır, abonentə nəyin edildiyi bildirilir
    Tutaq ki “Aysel” “azersu.az” portalında “SİMA imza ilə” daxil olub “Su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılması və bərpası müraciəti” xidmətini açır
    Və “Müraciət et” düyməsi olan pəncərəyə qədər gedir
    Və “Xidmət üzrə əməliyyat” siyahısından “<əməliyyat>” seçir
    Və müraciət “İcraya yönləndirildi” statusuna çatdırılır
    O halda “Operator” yalnız bu əməliyyatları edə bilər:
      | əməliyyat            | qeydlər          |
      | <bildir>             |                  |
      | İcrasından imtina et | İmtinanın səbəbi |
    Əgər “Operator” “<başqası>” əməliyyatını edir
    O halda əməliyyat “Müraciətdə başqa əməliyyat istənilir.” səbəbi ilə qəbul edilmir
    Əgər “Operator” “<bildir>” əməliyyatını edir
    Və sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “<status>” kimi görür
    Və müraciətin izahında “İş yekunlaşıb: xidmət <edilib>.” yazılıb
    Və “Operator” heç bir əməliyyat edə bilməz
    Və abonentə “<status>” mövzulu cəmi 1 elektron poçt göndərilib
    Və abonentə “elektron poçt” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz üzrə iş yekunlaşdı: xidmət <edildi>.
      """
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz yekunlaşdı: xidmət <edildi>.
      """

    Nümunələr:
      | əməliyyat                | bildir                           | başqası                          | status                        | edilib                 | edildi                 |
      | Müvəqqəti dayandırılması | Xidmətin dayandırıldığını bildir | Xidmətin bərpa edildiyini bildir | Xidmət müvəqqəti dayandırıldı | müvəqqəti dayandırılıb | müvəqqəti dayandırıldı |
      | Bərpası                  | Xidmətin bərpa edildiyini bildir | Xidmətin dayandırıldığını bildir | Xidmət bərpa edildi           | bərpa edilib           | bərpa edildi           |

  @azersu.az @ours
  Ssenari: İmtinanın səbəbi abonentə bildirilir
    Tutaq ki “Aysel” “azersu.az” portalında “SİMA imza ilə” daxil olub “Su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılması və bərpası müraciəti” xidmətini açır
    Və müraciət “İcraya yönləndirildi” statusuna çatdırılır
    Əgər “Operator” “İcrasından imtina et” əməliyyatını edir
    O halda əməliyyat “Bu sahəni doldurun.” səbəbi ilə qəbul edilmir
    Əgər “Operator” “İcrasından imtina et” əməliyyatını bu qeydlərlə edir:
      | İmtinanın səbəbi | Bu ünvanda artıq xidmət göstərilmir. |
    Və sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “İcrasından imtina edildi” kimi görür
    Və müraciətin izahında “Müraciətinizin icrasından imtina edilib.” yazılıb
    Və müraciətin izahında “İmtinanın səbəbi: Bu ünvanda artıq xidmət göstərilmir.” yazılıb
    Və abonentə “Müraciətin icrasından imtina edildi” mövzulu cəmi 1 elektron poçt göndərilib
    Və abonentə “elektron poçt” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətinizin icrasından imtina edildi. Səbəb: Bu ünvanda artıq xidmət göstərilmir.
      """
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətinizin icrasından imtina edildi. Səbəb: Bu ünvanda artıq xidmət göstərilmir.
      """

  # --- statusun izlənməsi ------------------------------------------------------------------

  @azersu.az @ours
  Ssenari: Status bölməsindən geri qayıtmaq olur
    Tutaq ki “Aysel” “azersu.az” portalında “SİMA imza ilə” daxil olub “Su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılması və bərpası müraciəti” xidmətini açır
    Və “Müraciətin statusunu yoxla” düyməsini seçir
    O halda “Müraciətin statusunu yoxla” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ    | ad                     |
      | cədvəl | Göndərilən müraciətlər |
      | düymə  | Geri                   |
    Əgər “Geri” düyməsini seçir
    O halda “Yeni müraciət yarat” düyməsi var

  @azersu.az @e-su.az @AMB-67 @ours
  Ssenari: Status azersu.az-da xidmətin özündə, e-su.az-da “Müraciətlər” bölməsində izlənir
    Tutaq ki “Aysel” “azersu.az” portalında “SİMA imza ilə” daxil olub “Su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılması və bərpası müraciəti” xidmətini açır
    Və müraciət “İcraya yönləndirildi” statusuna çatdırılır
    O halda “azersu.az” portalında “Müraciətin statusunu yoxla” bölməsində müraciətin statusu “İcraya yönləndirildi”
    Və “e-su.az” portalında “Müraciətlər” bölməsində müraciətin statusu “İcraya yönləndirildi”
    Və “Kamran” üçün belə müraciət yoxdur

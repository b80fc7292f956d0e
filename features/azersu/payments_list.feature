# language: az
@payments_list
Özəllik: Ödənişlərim
  Abonent kodunu seçən hər kəs kod üzrə bütün ödəmə məntəqələrində edilmiş ödənişləri görür,
  ən yenisi birincidir. Heç nə göndərilmir.
  Mənbə: 003 nömrəli istifadə təlimatı, “Ödənişlər” menyusu.

  @e-su.az @ESU-126
  Ssenari: Xidmət “Ödənişlər” menyusundan seçilir
    O halda “e-su.az” portalında “Ödənişlərim” xidmətinə yol belədir:
      | Ödənişlər   |
      | Ödənişlərim |

  @e-su.az @ESU-011 @ESU-012 @ESU-013 @ESU-014 @ESU-015
  Ssenari: Giriş xidmət seçilməzdən əvvəl “Asan Login” pəncərəsində soruşulur
    O halda “e-su.az” portalında “Ödənişlərim” xidmətinin giriş pəncərəsi “Asan Login” belədir:
      | Asan imza              |
      | Elektron imza          |
      | İdentifikasiya nömrəsi |
    Və “e-su.az” portalında “Ödənişlərim” xidməti üçün giriş “xidmət seçilməzdən əvvəl” soruşulur

  @e-su.az @ESU-126 @ESU-127 @ESU-128 @ours @AMB-78
  Ssenari: Abonent kodunu seçmək kifayətdir, seçilməmiş cədvəl göstərilmir
    Əgər “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Ödənişlərim” xidmətini açır
    O halda “Ödənişlərim” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ    | ad                                               |
      | yazı   | Ödənişlərinizi görmək üçün abonent kodunu seçin. |
      | siyahı | Abonent kodunu seçin                             |
      | düymə  | Göstər                                           |
    Və “Abonent kodunu seçin” siyahısında bunlar var:
      | 2030405060 |
      | 5060708090 |
    Əgər “Göstər” düyməsini seçir
    O halda “Abonent kodunu seçin” sahəsində “Bu sahəni doldurun.” xəbərdarlığı göstərilir
    Və “Ödənişlər” pəncərədə yoxdur

  @e-su.az @ESU-126 @ESU-127 @ESU-128 @ours @AMB-78
  Ssenari: Kod seçildikdən sonra cədvəl həmin pəncərədə görünür
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Ödənişlərim” xidmətini açır
    Əgər “Abonent kodunu seçin” siyahısından “1020304050” seçir
    Və “Göstər” düyməsini seçir
    O halda “Ödənişlərim” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ    | ad                   |
      | siyahı | Abonent kodunu seçin |
      | cədvəl | Ödənişlər            |
      | düymə  | Göstər               |
    Və “Abonent kodunu seçin” sahəsində “1020304050” qalıb

  # Cədvəldəki ad, müqavilə və qəbz nömrələri uydurmadır; təlimatda onlar silinib. İlk üç sətrin
  # tarixi, məbləği və məntəqəsi təlimatdakı kimidir.
  @e-su.az @ESU-126 @ESU-129 @ESU-130 @ESU-131 @ESU-132 @ESU-133 @ESU-134 @ESU-135 @ESU-136 @ESU-137 @ESU-138 @ESU-139 @ours @AMB-56 @AMB-71
  Ssenari: Bütün məntəqələrdə edilmiş ödənişlər, ən yenisi birinci
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Ödənişlərim” xidmətini açır
    Əgər “Abonent kodunu seçin” siyahısından “1020304050” seçir
    Və “Göstər” düyməsini seçir
    O halda “Ödənişlər” cədvəlində bunlar var:
      | № | Ad soyad       | Müqavilə nömrəsi | Ödəniş tarixi | Qəbz nömrəsi | Ödəniş məbləği | Ödəmə məntəqəsi        |
      | 1 | Aysel Quliyeva | M-304050         | 2020-08-19    | Q-000008     | 12             | Hökumət Ödəniş Portalı |
      | 2 | Aysel Quliyeva | M-304050         | 2020-06-19    | Q-000007     | 10             | SmartPay ödəmə nöqtəsi |
      | 3 | Aysel Quliyeva | M-304050         | 2020-05-21    | Q-000006     | 10             | e-Manat ödəmə nöqtəsi  |
      | 4 | Aysel Quliyeva | M-304050         | 2020-04-20    | Q-000005     | 10             | e-Manat ödəmə nöqtəsi  |
      | 5 | Aysel Quliyeva | M-304050         | 2020-03-18    | Q-000004     | 9.65           | Hökumət Ödəniş Portalı |
      | 6 | Aysel Quliyeva | M-304050         | 2020-02-21    | Q-000003     | 10             | e-Manat ödəmə nöqtəsi  |
      | 7 | Aysel Quliyeva | M-304050         | 2019-12-19    | Q-000002     | 10             | SmartPay ödəmə nöqtəsi |
      | 8 | Aysel Quliyeva | M-304050         | 2019-11-22    | Q-000001     | 5              | e-Manat ödəmə nöqtəsi  |

  @e-su.az @ESU-126 @ESU-127 @ours
  Ssenari: Ödənişi olmayan kodun cədvəli boşdur, başqa kod seçmək olur
    Tutaq ki “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Ödənişlərim” xidmətini açır
    Və “Abonent kodunu seçin” siyahısından “2030405060” seçir
    Və “Göstər” düyməsini seçir
    O halda “Ödənişlər” cədvəlində bunlar var:
      | № | Ad soyad | Müqavilə nömrəsi | Ödəniş tarixi | Qəbz nömrəsi | Ödəniş məbləği | Ödəmə məntəqəsi |
    Əgər “Abonent kodunu seçin” siyahısından “5060708090” seçir
    Və “Göstər” düyməsini seçir
    O halda “Abonent kodunu seçin” sahəsində “5060708090” qalıb
    Və “Ödənişlər” cədvəlində bunlar var:
      | № | Ad soyad | Müqavilə nömrəsi | Ödəniş tarixi | Qəbz nömrəsi | Ödəniş məbləği | Ödəmə məntəqəsi |

  @e-su.az @ESU-126 @ESU-127 @ESU-128 @ours
  Ssenari: Profildə olmayan kod seçildikdə cədvəl bağlanır
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Ödənişlərim” xidmətini açır
    Və “Abonent kodunu seçin” siyahısından “1020304050” seçir
    Və “Göstər” düyməsini seçir
    Əgər “Abonent kodunu seçin” siyahısından “2030405060” seçir
    Və “Göstər” düyməsini seçir
    O halda “Abonent kodunu seçin” sahəsində “Siyahıdan seçin.” xəbərdarlığı göstərilir
    Və pəncərədə yalnız bunlar var:
      | növ    | ad                                               |
      | yazı   | Ödənişlərinizi görmək üçün abonent kodunu seçin. |
      | siyahı | Abonent kodunu seçin                             |
      | düymə  | Göstər                                           |

  @e-su.az @ESU-127 @ESU-128 @ours
  Ssenari: Profildə kod yoxdursa, bu bildirilir
    Tutaq ki “Nigar” “e-su.az” portalında “Asan imza” daxil olub “Ödənişlərim” xidmətini açır
    Əgər “Göstər” düyməsini seçir
    O halda “Abonent kodunu seçin” sahəsində “Bu siyahıda seçiləcək heç nə yoxdur.” xəbərdarlığı göstərilir

  @e-su.az @ESU-127 @ESU-128 @ours
  Ssenari: Profildə qalmış, lakin ləğv edilmiş kod üzrə heç nə göstərilmir
    Tutaq ki abonent bazasında “1020304050” kodu ləğv edilib
    Və “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Ödənişlərim” xidmətini açır
    Əgər “Abonent kodunu seçin” siyahısından “1020304050” seçir
    Və “Göstər” düyməsini seçir
    O halda “Abonent kodunu seçin” sahəsində “Abonent kodu düzgün deyil.” xəbərdarlığı göstərilir
    Və “Ödənişlər” pəncərədə yoxdur

  @e-su.az @ESU-126 @ESU-127 @ESU-128 @ours
  Ssenari: Cədvəl açıq ikən ləğv edilmiş kod seçildikdə cədvəl bağlanır
    Tutaq ki abonent bazasında “5060708090” kodu ləğv edilib
    Və “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Ödənişlərim” xidmətini açır
    Və “Abonent kodunu seçin” siyahısından “2030405060” seçir
    Və “Göstər” düyməsini seçir
    Əgər “Abonent kodunu seçin” siyahısından “5060708090” seçir
    Və “Göstər” düyməsini seçir
    O halda “Abonent kodunu seçin” sahəsində “Abonent kodu düzgün deyil.” xəbərdarlığı göstərilir
    Və “Ödənişlər” pəncərədə yoxdur

  @e-su.az @ESU-126 @ESU-139 @ours
  Ssenari: Baza əlçatan olmadıqda boş cədvəl göstərilmir: ödəniş yoxdur kimi görünməsin
    Tutaq ki “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Ödənişlərim” xidmətini açır
    Və “Abonent kodunu seçin” siyahısından “2030405060” seçir
    Və “Göstər” düyməsini seçir
    Əgər “abonent bazası” daim “əlçatan deyil”
    Və “Göstər” düyməsini seçir
    O halda “Ödənişlər” pəncərədə yoxdur
    Və pəncərədə “Xidmət hazırda əlçatan deyil. Bir qədər sonra yenidən cəhd edin.” xəbərdarlığı göstərilir

  @e-su.az @ESU-126 @ESU-139 @DIF-30
  Ssenari: Qeyri-əhali abonenti də ödənişlərini görür
    Tutaq ki “Orxan” “e-su.az” portalında “Asan imza” daxil olub “Ödənişlərim” xidmətini açır
    Əgər “Abonent kodunu seçin” siyahısından “4050607080” seçir
    Və “Göstər” düyməsini seçir
    O halda “Ödənişlər” cədvəlində bunlar var:
      | № | Ad soyad | Müqavilə nömrəsi | Ödəniş tarixi | Qəbz nömrəsi | Ödəniş məbləği | Ödəmə məntəqəsi |

  @e-su.az @ESU-126 @ESU-139 @ours
  Ssenarinin strukturu: Məlumatın götürüldüyü sistem əlçatan olmadıqda seçilmiş kod itmir
    Tutaq ki “<sistem>” 1 dəfə “əlçatan deyil”
    Və “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Ödənişlərim” xidmətini açır
    Əgər “Abonent kodunu seçin” siyahısından “1020304050” seçir
    Və “Göstər” düyməsini seçir
    O halda pəncərədə “Xidmət hazırda əlçatan deyil. Bir qədər sonra yenidən cəhd edin.” xəbərdarlığı göstərilir
    Və “Abonent kodunu seçin” sahəsində “1020304050” qalıb
    Əgər “Göstər” düyməsini seçir
    O halda heç bir xəbərdarlıq göstərilmir

    Nümunələr:
      | sistem             |
      | abonent bazası     |
      | hesablaşma sistemi |

  @e-su.az @bill_payment @requires_payments @ESU-139 @ESU-152 @ours
  Ssenari: Portalda ödənilən məbləğ dərhal siyahının başında görünür
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Ödəniş et” xidmətini açır
    Və “Abonent kodu” sahəsinə “1020304050” yazır
    Və “Abonent tipi” siyahısından “Əhali” seçir
    Və “Məbləğ” sahəsinə “7,5” yazır
    Və “Kart tipi” siyahısından “Visa” seçir
    Və “ÖDƏNİŞ ET” düyməsini seçir
    Və abonent ödəniş səhifəsində “ödəyir”
    Və “Nəticəni yoxla” düyməsini seçir
    Əgər “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Ödənişlərim” xidmətini açır
    Və “Abonent kodunu seçin” siyahısından “1020304050” seçir
    Və “Göstər” düyməsini seçir
    O halda “Ödənişlər” cədvəlində bunlar var:
      | № | Ad soyad       | Müqavilə nömrəsi | Ödəniş tarixi | Qəbz nömrəsi | Ödəniş məbləği | Ödəmə məntəqəsi        |
      | 1 | Aysel Quliyeva | M-304050         | 2026-11-20    | E-000001     | 7.50           | Elektron-Su portalı    |
      | 2 | Aysel Quliyeva | M-304050         | 2020-08-19    | Q-000008     | 12             | Hökumət Ödəniş Portalı |
      | 3 | Aysel Quliyeva | M-304050         | 2020-06-19    | Q-000007     | 10             | SmartPay ödəmə nöqtəsi |
      | 4 | Aysel Quliyeva | M-304050         | 2020-05-21    | Q-000006     | 10             | e-Manat ödəmə nöqtəsi  |
      | 5 | Aysel Quliyeva | M-304050         | 2020-04-20    | Q-000005     | 10             | e-Manat ödəmə nöqtəsi  |
      | 6 | Aysel Quliyeva | M-304050         | 2020-03-18    | Q-000004     | 9.65           | Hökumət Ödəniş Portalı |
      | 7 | Aysel Quliyeva | M-304050         | 2020-02-21    | Q-000003     | 10             | e-Manat ödəmə nöqtəsi  |
      | 8 | Aysel Quliyeva | M-304050         | 2019-12-19    | Q-000002     | 10             | SmartPay ödəmə nöqtəsi |
      | 9 | Aysel Quliyeva | M-304050         | 2019-11-22    | Q-000001     | 5              | e-Manat ödəmə nöqtəsi  |

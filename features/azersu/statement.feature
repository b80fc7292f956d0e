# language: az
@statement
Özəllik: Son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi
  Əhali qrupu üzrə istehlakçı abonent kodunu göstərir və real vaxt rejimində elektron arayış alır:
  abonentin məlumatları, son 12 ayın hər biri üzrə faktura sərfiyyatı, faktura məbləği və ödənilmiş
  məbləğ. Heç nə göndərilmir: nə müraciət, nə nömrə, nə status, nə bildiriş var.
  Mənbə: 002 nömrəli istifadə təlimatı; 003 nömrəli təlimatın “Arayışlar” bölməsi.

  # --- xidmətə giriş -------------------------------------------------------------------------

  @e-gov.az @ST-001 @ST-002 @ST-005 @ST-007 @DIF-22 @DIF-23
  Ssenari: “Elektron hökumət” portalında xidmət uzun adı ilə “Azərsu”nun siyahısından seçilir
    O halda “e-gov.az” portalında “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” xidmətinə yol belədir:
      | “Azərsu” Açıq Səhmdar Cəmiyyətinin təqdim etdiyi elektron xidmətlər                                                                                       |
      | Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi |

  # 002 nömrəli təlimat bölməni “elektron müraciətlər” adlandırır; portalda 000 və 001 nömrəli
  # təlimatlardakı kimi “Elektron xidmətlər” yazılır.
  @azersu.az @ST-001 @ST-004 @ST-008 @DIF-21 @DIF-22 @DIF-35 @AMB-10 @AMB-11
  Ssenari: Cəmiyyətin saytındakı keçid eyni giriş pəncərəsinə və eyni xidmətə aparır
    O halda “azersu.az” portalında “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” xidmətinə yol belədir:
      | Elektron xidmətlər                                                                                                                                        |
      | Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi |
    Və “azersu.az” portalında “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” xidmətinin giriş pəncərəsi “Giriş vasitəsini seçin” belədir:
      | elektron imza kartı                                                            |
      | e-gov identity                                                                 |
      | asan imza                                                                      |
      | Elektron hökumət sistemi tərəfindən vətəndaşa verilmiş istifadəçi adı və şifrə |
    Əgər “Aysel” “azersu.az” portalında “asan imza” daxil olub “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” xidmətini açır
    Və “Abonent kodu” sahəsinə “1020304050” yazır
    Və “Davam et” düyməsini seçir
    O halda “Abonent kodu” qarşısında “1020304050” göstərilir

  @e-gov.az @ST-008 @ST-009 @ST-010 @ST-011 @ST-012 @DIF-24 @AMB-12 @AMB-13
  Ssenari: Xidmət seçildikdən sonra dörd giriş vasitəsindən biri seçilir
    O halda “e-gov.az” portalında “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” xidmətinin giriş pəncərəsi “Giriş vasitəsini seçin” belədir:
      | elektron imza kartı                                                            |
      | e-gov identity                                                                 |
      | asan imza                                                                      |
      | Elektron hökumət sistemi tərəfindən vətəndaşa verilmiş istifadəçi adı və şifrə |
    Və “e-gov.az” portalında “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” xidməti üçün giriş “xidmət seçildikdən sonra” soruşulur

  @e-gov.az @ST-008 @ST-009 @ST-010 @ST-011 @ST-012 @AMB-12 @AMB-13
  Ssenarinin strukturu: Hər giriş vasitəsi ilə daxil olmaq mümkündür
    Əgər “Aysel” “e-gov.az” portalında “<vasitə>” daxil olub “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” xidmətini açır
    O halda “Davam et” düyməsi var

    Nümunələr:
      | vasitə                                                                         |
      | elektron imza kartı                                                            |
      | e-gov identity                                                                 |
      | asan imza                                                                      |
      | Elektron hökumət sistemi tərəfindən vətəndaşa verilmiş istifadəçi adı və şifrə |

  # --- www.e-gov.az: abonent kodu --------------------------------------------------------------

  @e-gov.az @ST-013 @ST-014 @DIF-21 @DIF-23
  Ssenari: Əvvəlcə abonent kodu yazılır
    Əgər “Aysel” “e-gov.az” portalında “asan imza” daxil olub “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” xidmətini açır
    O halda “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ   | ad           |
      | mətn  | Abonent kodu |
      | düymə | Davam et     |

  @e-gov.az @ST-014 @ST-015 @ST-016 @ST-017 @ST-018 @ST-019 @ours @DIF-25 @AMB-23
  Ssenarinin strukturu: Yanlış kodun və boş sahənin xəbərdarlıqları ayrıdır, növbəti mərhələ açılmır
    Tutaq ki “Aysel” “e-gov.az” portalında “asan imza” daxil olub “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” xidmətini açır
    Əgər “Abonent kodu” sahəsinə “<kod>” yazır
    Və “Davam et” düyməsini seçir
    O halda “Abonent kodu” sahəsində “<xəbərdarlıq>” xəbərdarlığı göstərilir
    Və “Abonent kodu” sahəsində “<kod>” qalıb
    Və “Davam et” düyməsi var
    Və “ELEKTRON ARAYIŞ” pəncərədə yoxdur

    Nümunələr:
      | kod            | xəbərdarlıq                                  |
      |                | Abonent kodu daxil edilməyib.                |
      | 999            | Abonent kodu düzgün deyil.                   |
      | 12A4           | Abonent kodu 1–13 rəqəmdən ibarət olmalıdır. |
      | 12345678901234 | Abonent kodu 1–13 rəqəmdən ibarət olmalıdır. |

  @e-gov.az @ST-015 @ST-016 @ST-018
  Ssenari: Yanlış koddan sonra düzgün kod yazıb davam etmək olur
    Tutaq ki “Aysel” “e-gov.az” portalında “asan imza” daxil olub “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” xidmətini açır
    Və “Abonent kodu” sahəsinə “999” yazır
    Və “Davam et” düyməsini seçir
    Əgər “Abonent kodu” sahəsinə “1020304050” yazır
    Və “Davam et” düyməsini seçir
    O halda heç bir xəbərdarlıq göstərilmir
    Və “Abonent kodu” qarşısında “1020304050” göstərilir

  @e-gov.az @ST-003 @ST-018 @ours @DIF-30 @AMB-22
  Ssenari: Qeyri-əhali abonentinə arayış verilmir, bunun öz xəbərdarlığı var
    Tutaq ki “Orxan” “e-gov.az” portalında “asan imza” daxil olub “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” xidmətini açır
    Əgər “Abonent kodu” sahəsinə “4050607080” yazır
    Və “Davam et” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Bu xidmət yalnız əhali qrupu üzrə istehlakçılar üçündür.” xəbərdarlığı göstərilir
    Və “ELEKTRON ARAYIŞ” pəncərədə yoxdur

  @e-gov.az @ours @AMB-21
  Ssenarinin strukturu: Başqasının koduna, hansı qrupdan olsa da, naməlum kod kimi cavab verilir
    Tutaq ki “Nigar” “e-gov.az” portalında “asan imza” daxil olub “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” xidmətini açır
    Əgər “Abonent kodu” sahəsinə “<kod>” yazır
    Və “Davam et” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Abonent kodu düzgün deyil.” xəbərdarlığı göstərilir
    Və “ELEKTRON ARAYIŞ” pəncərədə yoxdur

    Nümunələr:
      | kod        |
      | 1020304050 |
      | 3040506070 |
      | 4050607080 |

  @e-gov.az @ST-015 @ST-018 @ours @AMB-21
  Ssenari: Başqalarının kodlarını bir-bir yoxlamaq olmaz, öz kodu isə yenə açılır
    Tutaq ki “Kamran” “e-gov.az” portalında “asan imza” daxil olub “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” xidmətini açır
    Və “Abonent kodu” sahəsinə ardıcıl 10 müxtəlif kod yazıb “Davam et” düyməsini seçir
    Əgər “Abonent kodu” sahəsinə “1020304050” yazır
    Və “Davam et” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Bu gün üçün həddindən artıq sayda abonent kodu yoxlamısınız. Sabah yenidən cəhd edin.” xəbərdarlığı göstərilir
    Əgər “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Davam et” düyməsini seçir
    O halda “Abonent kodu” qarşısında “2030405060” göstərilir

  # --- arayış ----------------------------------------------------------------------------------

  @e-gov.az @ST-020 @ST-022 @ST-023 @ST-024 @ST-025 @ST-026 @ST-027 @ST-028 @ST-033 @ESU-090 @ESU-091 @ESU-092 @ESU-093 @ESU-094 @ESU-095 @ESU-096 @ESU-086 @ESU-087 @ESU-088 @ESU-089 @AMB-25
  Ssenari: Kod bazada mövcuddursa, yalnız baxış üçün elektron arayış açılır
    Tutaq ki Bakıda tarix və saat belədir: “2020-09-23 10:00”
    Və “Aysel” “e-gov.az” portalında “asan imza” daxil olub “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” xidmətini açır
    Əgər “Abonent kodu” sahəsinə “1020304050” yazır
    Və “Davam et” düyməsini seçir
    O halda “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ     | ad                                           |
      | bölmə   | Azərsu                                       |
      | məlumat | Verilmə tarixi                               |
      | məlumat | Arayışı verən                                |
      | məlumat | Arayışın mövzusu                             |
      | bölmə   | ELEKTRON ARAYIŞ                              |
      | məlumat | Abonent kodu                                 |
      | məlumat | Adı, soyadı, ata adı                         |
      | məlumat | Yaşayış ünvanı                               |
      | məlumat | Xidmət göstərilən nəfər sayı                 |
      | məlumat | Göstərilən xidmətin növü                     |
      | məlumat | Sayğac tipi                                  |
      | cədvəl  | Son 12 ay üzrə faktura və ödəniş məlumatları |
    Və “Verilmə tarixi” qarşısında “2020-09-23” göstərilir
    Və “Arayışı verən” qarşısında “Azərbaycan Respublikası "Azərsu" Açıq Səhmdar Cəmiyyəti” göstərilir
    Və “Arayışın mövzusu” qarşısında “"Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi" haqqında” göstərilir
    Və “Abonent kodu” qarşısında “1020304050” göstərilir
    Və “Adı, soyadı, ata adı” qarşısında “Aysel Quliyeva Vaqif qızı” göstərilir
    Və “Yaşayış ünvanı” qarşısında “Bakı şəhəri, Nümunə küçəsi 1, mənzil 5” göstərilir
    Və “Xidmət göstərilən nəfər sayı” qarşısında “4” göstərilir
    Və “Göstərilən xidmətin növü” qarşısında “Su” göstərilir
    Və “Sayğac tipi” qarşısında “M” göstərilir

  @e-gov.az @ST-029 @ST-030 @ST-031 @ST-032 @ST-035 @ESU-097 @ESU-098 @ESU-099 @ESU-100 @ESU-101 @ESU-102 @ESU-103 @ESU-104 @ESU-105 @ours @AMB-24 @AMB-28 @AMB-29 @AMB-71
  Ssenari: Cədvəldə on iki ay, ən yenisi birinci, sonda cəm sətri var
    Tutaq ki Bakıda tarix və saat belədir: “2020-09-23 10:00”
    Və “Aysel” “e-gov.az” portalında “asan imza” daxil olub “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” xidmətini açır
    Əgər “Abonent kodu” sahəsinə “1020304050” yazır
    Və “Davam et” düyməsini seçir
    O halda “Son 12 ay üzrə faktura və ödəniş məlumatları” cədvəlində bunlar var:
      | Hesabat ili | Hesabat ayı | Faktura sərfiyyatı (m³) | Faktura məbləği (AZN) | Ödənilmiş məbləğ (AZN) |
      | 2020        | 09          | 6                       | 3.5                   | 0.0                    |
      | 2020        | 08          | 6                       | 3.5                   | 12.0                   |
      | 2020        | 07          | 6                       | 3.85                  | 0.0                    |
      | 2020        | 06          | 4                       | 2.1                   | 10.0                   |
      | 2020        | 05          | 0                       | 0.0                   | 10.0                   |
      | 2020        | 04          | 22                      | 11.2                  | 10.0                   |
      | 2020        | 03          | 10                      | 5.25                  | 9.65                   |
      | 2020        | 02          | 12                      | 6.65                  | 10.0                   |
      | 2020        | 01          | 12                      | 6.65                  | 0.0                    |
      | 2019        | 12          | 118                     | 59.85                 | 10.0                   |
      | 2019        | 11          | 8                       | 4.9                   | 5.0                    |
      | 2019        | 10          | 0                       | 0.0                   | 0.0                    |
      |             |             | Cəmi: 204               | Cəmi: 107.45          | Cəmi: 76.65            |

  @e-gov.az @ST-021 @ST-029 @ST-035 @ESU-087 @ESU-102 @ESU-103 @AMB-28
  Ssenari: Ayın son gecəsi hələ sentyabrdır
    Tutaq ki Bakıda tarix və saat belədir: “2020-09-30 23:30”
    Və “Aysel” “e-gov.az” portalında “asan imza” daxil olub “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” xidmətini açır
    Əgər “Abonent kodu” sahəsinə “1020304050” yazır
    Və “Davam et” düyməsini seçir
    O halda “Verilmə tarixi” qarşısında “2020-09-30” göstərilir
    Və “Son 12 ay üzrə faktura və ödəniş məlumatları” cədvəlində bunlar var:
      | Hesabat ili | Hesabat ayı | Faktura sərfiyyatı (m³) | Faktura məbləği (AZN) | Ödənilmiş məbləğ (AZN) |
      | 2020        | 09          | 6                       | 3.5                   | 0.0                    |
      | 2020        | 08          | 6                       | 3.5                   | 12.0                   |
      | 2020        | 07          | 6                       | 3.85                  | 0.0                    |
      | 2020        | 06          | 4                       | 2.1                   | 10.0                   |
      | 2020        | 05          | 0                       | 0.0                   | 10.0                   |
      | 2020        | 04          | 22                      | 11.2                  | 10.0                   |
      | 2020        | 03          | 10                      | 5.25                  | 9.65                   |
      | 2020        | 02          | 12                      | 6.65                  | 10.0                   |
      | 2020        | 01          | 12                      | 6.65                  | 0.0                    |
      | 2019        | 12          | 118                     | 59.85                 | 10.0                   |
      | 2019        | 11          | 8                       | 4.9                   | 5.0                    |
      | 2019        | 10          | 0                       | 0.0                   | 0.0                    |
      |             |             | Cəmi: 204               | Cəmi: 107.45          | Cəmi: 76.65            |

  @e-gov.az @ST-021 @ST-029 @ST-035 @ESU-087 @ESU-102 @ESU-103 @AMB-28
  Ssenari: Bakıda yeni ay başlayanda on iki ay da irəli gedir
    Tutaq ki Bakıda tarix və saat belədir: “2020-10-01 00:30”
    Və “Aysel” “e-gov.az” portalında “asan imza” daxil olub “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” xidmətini açır
    Əgər “Abonent kodu” sahəsinə “1020304050” yazır
    Və “Davam et” düyməsini seçir
    O halda “Verilmə tarixi” qarşısında “2020-10-01” göstərilir
    Və “Son 12 ay üzrə faktura və ödəniş məlumatları” cədvəlində bunlar var:
      | Hesabat ili | Hesabat ayı | Faktura sərfiyyatı (m³) | Faktura məbləği (AZN) | Ödənilmiş məbləğ (AZN) |
      | 2020        | 10          | 0                       | 0.0                   | 0.0                    |
      | 2020        | 09          | 6                       | 3.5                   | 0.0                    |
      | 2020        | 08          | 6                       | 3.5                   | 12.0                   |
      | 2020        | 07          | 6                       | 3.85                  | 0.0                    |
      | 2020        | 06          | 4                       | 2.1                   | 10.0                   |
      | 2020        | 05          | 0                       | 0.0                   | 10.0                   |
      | 2020        | 04          | 22                      | 11.2                  | 10.0                   |
      | 2020        | 03          | 10                      | 5.25                  | 9.65                   |
      | 2020        | 02          | 12                      | 6.65                  | 10.0                   |
      | 2020        | 01          | 12                      | 6.65                  | 0.0                    |
      | 2019        | 12          | 118                     | 59.85                 | 10.0                   |
      | 2019        | 11          | 8                       | 4.9                   | 5.0                    |
      |             |             | Cəmi: 204               | Cəmi: 107.45          | Cəmi: 76.65            |

  @e-gov.az @ST-025 @ST-026 @ST-027 @ST-028 @ours @AMB-26 @AMB-27
  Ssenarinin strukturu: Xidmətin növü bir və ya iki xidmətdir, sayğac olmaya da bilər
    Tutaq ki “Kamran” “e-gov.az” portalında “asan imza” daxil olub “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” xidmətini açır
    Əgər “Abonent kodu” sahəsinə “<kod>” yazır
    Və “Davam et” düyməsini seçir
    O halda “Xidmət göstərilən nəfər sayı” qarşısında “<nəfər>” göstərilir
    Və “Göstərilən xidmətin növü” qarşısında “<növ>” göstərilir
    Və “Sayğac tipi” qarşısında “<sayğac>” göstərilir

    Nümunələr:
      | kod        | nəfər | növ                 | sayğac        |
      | 2030405060 | 3     | Su, tullantı suları | M             |
      | 5060708090 | 2     | Su                  | Sayğac yoxdur |

  @e-gov.az @ST-021 @ST-034
  Ssenari: Cavab dərhal verilir, müraciət yaranmır, bildiriş göndərilmir
    Tutaq ki “Aysel” “e-gov.az” portalında “asan imza” daxil olub “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” xidmətini açır
    Və “Abonent kodu” sahəsinə “1020304050” yazır
    Və “Davam et” düyməsini seçir
    Və sistem növbədəki işləri görür
    O halda “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” pəncərəsi açıqdır
    Və “Davam et” pəncərədə yoxdur
    Və cəmi 0 müraciət qeydiyyata alınıb
    Və abonentə “elektron poçt” vasitəsilə cəmi 0 bildiriş göndərilib
    Və abonentə “sms” vasitəsilə cəmi 0 bildiriş göndərilib
    Və abonentə “portal” vasitəsilə cəmi 0 bildiriş göndərilib

  @e-gov.az @ST-015 @ST-036
  Ssenarinin strukturu: Məlumatın götürüldüyü sistem əlçatan olmadıqda yazılan kod itmir
    Tutaq ki “<sistem>” 1 dəfə “əlçatan deyil”
    Və “Aysel” “e-gov.az” portalında “asan imza” daxil olub “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” xidmətini açır
    Əgər “Abonent kodu” sahəsinə “1020304050” yazır
    Və “Davam et” düyməsini seçir
    O halda pəncərədə “Xidmət hazırda əlçatan deyil. Bir qədər sonra yenidən cəhd edin.” xəbərdarlığı göstərilir
    Və “Abonent kodu” sahəsində “1020304050” qalıb
    Əgər “Davam et” düyməsini seçir
    O halda “Abonent kodu” qarşısında “1020304050” göstərilir

    Nümunələr:
      | sistem             |
      | abonent bazası     |
      | hesablaşma sistemi |

  # --- www.e-su.az -----------------------------------------------------------------------------

  @e-su.az @ST-006 @ESU-084 @DIF-22 @DIF-23
  Ssenari: “Elektron-Su” portalında arayış “Arayışlar” menyusundan qısa adı ilə seçilir
    O halda “e-su.az” portalında “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” xidmətinə yol belədir:
      | Arayışlar                                                                |
      | İstehlakçılara son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi |

  @e-su.az @ESU-011 @ESU-012 @ESU-013 @ESU-014 @ESU-015 @DIF-24
  Ssenari: “Asan Login” pəncərəsi xidmət seçilməzdən əvvəl soruşulur
    O halda “e-su.az” portalında “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” xidmətinin giriş pəncərəsi “Asan Login” belədir:
      | Asan imza              |
      | Elektron imza          |
      | İdentifikasiya nömrəsi |
    Və “e-su.az” portalında “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” xidməti üçün giriş “xidmət seçilməzdən əvvəl” soruşulur

  @e-su.az @ST-006 @ESU-084 @ESU-085 @ours @DIF-21 @DIF-23
  Ssenari: Kod profildə qeydiyyatdan keçmiş kodlardan seçilir
    Tutaq ki “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” xidmətini açır
    O halda “İstehlakçılara son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ    | ad              |
      | siyahı | Abonent kodu    |
      | düymə  | Arayışı əldə et |
    Və “Abonent kodu” siyahısında bunlar var:
      | 2030405060 |
      | 5060708090 |
    Əgər “Arayışı əldə et” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Bu sahəni doldurun.” xəbərdarlığı göstərilir

  @e-su.az @ST-006 @ST-033 @ESU-085 @ESU-086 @ESU-087 @ESU-088 @ESU-089 @ESU-090 @ESU-091 @ESU-092 @ESU-093 @ESU-094 @ESU-095 @ESU-096 @AMB-25
  Ssenari: Seçilmiş kod üzrə eyni arayış alınır
    Tutaq ki Bakıda tarix və saat belədir: “2020-09-23 10:00”
    Və “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” xidmətini açır
    Əgər “Abonent kodu” siyahısından “1020304050” seçir
    Və “Arayışı əldə et” düyməsini seçir
    O halda “İstehlakçılara son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ     | ad                                           |
      | bölmə   | Azərsu                                       |
      | məlumat | Verilmə tarixi                               |
      | məlumat | Arayışı verən                                |
      | məlumat | Arayışın mövzusu                             |
      | bölmə   | ELEKTRON ARAYIŞ                              |
      | məlumat | Abonent kodu                                 |
      | məlumat | Adı, soyadı, ata adı                         |
      | məlumat | Yaşayış ünvanı                               |
      | məlumat | Xidmət göstərilən nəfər sayı                 |
      | məlumat | Göstərilən xidmətin növü                     |
      | məlumat | Sayğac tipi                                  |
      | cədvəl  | Son 12 ay üzrə faktura və ödəniş məlumatları |
    Və “Verilmə tarixi” qarşısında “2020-09-23” göstərilir
    Və “Abonent kodu” qarşısında “1020304050” göstərilir

  @e-su.az @ST-029 @ST-030 @ST-031 @ST-032 @ST-035 @ESU-085 @ESU-097 @ESU-098 @ESU-099 @ESU-100 @ESU-101 @ESU-102 @ESU-103 @ESU-104 @ESU-105 @ours @AMB-24 @AMB-28 @AMB-29 @AMB-71
  Ssenari: e-su.az-da cədvəl də eynidir
    Tutaq ki Bakıda tarix və saat belədir: “2020-09-23 10:00”
    Və “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” xidmətini açır
    Əgər “Abonent kodu” siyahısından “1020304050” seçir
    Və “Arayışı əldə et” düyməsini seçir
    O halda “Son 12 ay üzrə faktura və ödəniş məlumatları” cədvəlində bunlar var:
      | Hesabat ili | Hesabat ayı | Faktura sərfiyyatı (m³) | Faktura məbləği (AZN) | Ödənilmiş məbləğ (AZN) |
      | 2020        | 09          | 6                       | 3.5                   | 0.0                    |
      | 2020        | 08          | 6                       | 3.5                   | 12.0                   |
      | 2020        | 07          | 6                       | 3.85                  | 0.0                    |
      | 2020        | 06          | 4                       | 2.1                   | 10.0                   |
      | 2020        | 05          | 0                       | 0.0                   | 10.0                   |
      | 2020        | 04          | 22                      | 11.2                  | 10.0                   |
      | 2020        | 03          | 10                      | 5.25                  | 9.65                   |
      | 2020        | 02          | 12                      | 6.65                  | 10.0                   |
      | 2020        | 01          | 12                      | 6.65                  | 0.0                    |
      | 2019        | 12          | 118                     | 59.85                 | 10.0                   |
      | 2019        | 11          | 8                       | 4.9                   | 5.0                    |
      | 2019        | 10          | 0                       | 0.0                   | 0.0                    |
      |             |             | Cəmi: 204               | Cəmi: 107.45          | Cəmi: 76.65            |

  @e-su.az @ST-003 @ESU-084 @ours @DIF-30 @AMB-22
  Ssenari: e-su.az-da da qeyri-əhali abonentinə arayış verilmir
    Tutaq ki “Orxan” “e-su.az” portalında “Asan imza” daxil olub “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” xidmətini açır
    Əgər “Abonent kodu” siyahısından “4050607080” seçir
    Və “Arayışı əldə et” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Bu xidmət yalnız əhali qrupu üzrə istehlakçılar üçündür.” xəbərdarlığı göstərilir
    Və “İstehlakçılara son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” pəncərəsi açıqdır

  @e-su.az @ESU-084 @ours
  Ssenari: Profildə olmayan kod seçilə bilməz
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” xidmətini açır
    Əgər “Abonent kodu” siyahısından “2030405060” seçir
    Və “Arayışı əldə et” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Siyahıdan seçin.” xəbərdarlığı göstərilir

  @e-su.az @ST-015 @ST-018 @ESU-084 @ours
  Ssenari: Profildə qalmış, lakin ləğv edilmiş kod üzrə arayış verilmir
    Tutaq ki abonent bazasında “1020304050” kodu ləğv edilib
    Və “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” xidmətini açır
    Əgər “Abonent kodu” siyahısından “1020304050” seçir
    Və “Arayışı əldə et” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Abonent kodu düzgün deyil.” xəbərdarlığı göstərilir
    Və “ELEKTRON ARAYIŞ” pəncərədə yoxdur

  @e-su.az @ESU-084 @ours
  Ssenari: Profildə kod yoxdursa, bu bildirilir
    Tutaq ki “Nigar” “e-su.az” portalında “Asan imza” daxil olub “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” xidmətini açır
    Əgər “Arayışı əldə et” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Bu siyahıda seçiləcək heç nə yoxdur.” xəbərdarlığı göstərilir

# language: az
@subscriber_data_change
Özəllik: Abonent məlumatlarının dəyişdirilməsi
  Abonent, yaxud evi yeni almış şəxs dəyişdirilməli məlumatları və onları təsdiq edən sənədləri
  göndərir. Borc varsa, əvvəlcə ödənilir, sonra həmin müraciət davam edir. Operator sənədləri və
  abonent bazasındakı məlumatları yoxlayır, ehtiyac olduqda yerində araşdırma aparılır; abonent
  bazası yalnız bundan sonra dəyişdirilir.
  Mənbə: 000 nömrəli istifadə təlimatı; 003 nömrəli təlimatda “Ən çox verilən suallar”.

  # --- www.e-gov.az: xidmətə giriş -----------------------------------------------------------

  @e-gov.az @SDC-001 @SDC-002 @SDC-003 @SDC-005 @SDC-008 @SDC-010 @SDC-011 @SDC-012 @SDC-013 @ESU-184
  Ssenari: “Elektron hökumət” portalında xidmət “Azərsu” ASC-nin siyahısından seçilir
    O halda “e-gov.az” portalında “Abonent məlumatlarının dəyişdirilməsi” xidmətinə yol belədir:
      | E-XİDMƏTLƏR                                       |
      | BÜTÜN XİDMƏTLƏR                                   |
      | “Azərsu” ASC-nin təqdim etdiyi elektron xidmətlər |
      | Abonent məlumatlarının dəyişdirilməsi             |

  @azersu.az @SDC-006 @SDC-008 @SDC-009 @SDC-058 @SDC-059 @ESU-185 @AMB-10 @AMB-11 @AMB-20
  Ssenari: Cəmiyyətin saytındakı keçid eyni xidmətə aparır
    O halda “azersu.az” portalında “Abonent məlumatlarının dəyişdirilməsi” xidmətinə yol belədir:
      | Elektron xidmətlər                    |
      | Abonent məlumatlarının dəyişdirilməsi |
    Və “azersu.az” portalında “Abonent məlumatlarının dəyişdirilməsi” xidmətinin giriş pəncərəsi “Giriş vasitəsini seçin” belədir:
      | İdentifikasiya nömrəsi ilə     |
      | SİMA imza ilə                  |
      | Asan imza ilə                  |
      | SİMA Token (Elektron imza) ilə |
      | BSXM Elektron İmza ilə         |
    Əgər “Aysel” “azersu.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    O halda “Qaydaları oxudum və qəbul edirəm” sahəsində “” qalıb
    Əgər müraciət “Qeydiyyata alındı” statusuna çatdırılır
    O halda müraciət “azersu.az” portalından göndərilib
    Və “e-gov.az” portalında “Müraciətin statusunu yoxla” bölməsində müraciətin statusu “Qeydiyyata alındı”
    Əgər sistem növbədəki işləri görür
    O halda abonentə “elektron poçt” vasitəsilə cəmi 1 bildiriş göndərilib
    Və abonentə “sms” vasitəsilə cəmi 1 bildiriş göndərilib

  @e-gov.az @SDC-014 @SDC-015 @SDC-016 @SDC-017 @SDC-018 @SDC-019 @DIF-11 @AMB-12 @DIF-24
  Ssenari: Xidmət seçildikdən sonra beş giriş vasitəsindən biri seçilir
    O halda “e-gov.az” portalında “Abonent məlumatlarının dəyişdirilməsi” xidmətinin giriş pəncərəsi “Giriş vasitəsini seçin” belədir:
      | İdentifikasiya nömrəsi ilə     |
      | SİMA imza ilə                  |
      | Asan imza ilə                  |
      | SİMA Token (Elektron imza) ilə |
      | BSXM Elektron İmza ilə         |
    Və “e-gov.az” portalında “Abonent məlumatlarının dəyişdirilməsi” xidməti üçün giriş “xidmət seçildikdən sonra” soruşulur

  @e-gov.az @SDC-014 @SDC-015 @SDC-016 @SDC-017 @SDC-018 @SDC-019
  Ssenarinin strukturu: Hər giriş vasitəsi ilə daxil olmaq mümkündür
    Əgər “Aysel” “e-gov.az” portalında “<vasitə>” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    O halda “İstifadə qaydaları” pəncərəsi açıqdır

    Nümunələr:
      | vasitə                         |
      | İdentifikasiya nömrəsi ilə     |
      | SİMA imza ilə                  |
      | Asan imza ilə                  |
      | SİMA Token (Elektron imza) ilə |
      | BSXM Elektron İmza ilə         |

  @e-gov.az @SDC-020 @SDC-021 @SDC-022 @SDC-023 @DIF-01 @DIF-18 @AMB-04
  Ssenari: Girişdən sonra istifadə qaydaları təqdim edilir
    Əgər “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    O halda “İstifadə qaydaları” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ   | ad |
      | yazı  | Bu xidmət vasitəsilə abonent bazasındakı məlumatların dəyişdirilməsi üçün müraciət edilir. Daxil edilən məlumatlar və yüklənən sənədlər həqiqətə uyğun olmalıdır; onları “Azərsu” ASC yoxlayır. Abonent kodu üzrə borc olduqda müraciət borc ödənildikdən sonra davam edir. |
      | seçim | Qaydaları oxudum və qəbul edirəm |
      | düymə | Davam et |
    Və “Davam et” düyməsi hələ bağlıdır
    Və “Davam et” düyməsi bundan sonra açılır: “Qaydaları oxudum və qəbul edirəm”

  @e-gov.az @SDC-021 @SDC-022 @SDC-023 @DIF-01
  Ssenari: Qaydalar qəbul edilmədən xidmətdən istifadə etmək olmur
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Əgər “Davam et” düyməsini seçir
    O halda “İstifadə qaydaları” pəncərəsi açıqdır
    Və “Qaydaları oxudum və qəbul edirəm” sahəsində “Davam etmək üçün bu seçimi edin.” xəbərdarlığı göstərilir
    Əgər “Qaydaları oxudum və qəbul edirəm” seçimini edir
    Və “Davam et” düyməsini seçir
    O halda “Abonent məlumatlarının dəyişdirilməsi” pəncərəsi açıqdır

  @e-gov.az @SDC-001 @SDC-024 @SDC-025 @SDC-026
  Ssenari: Qaydalar qəbul edildikdən sonra iki bölmə açılır
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Qaydaları oxudum və qəbul edirəm” seçimini edir
    Və “Davam et” düyməsini seçir
    O halda “Abonent məlumatlarının dəyişdirilməsi” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ   | ad                         |
      | düymə | Yeni müraciət yarat        |
      | düymə | Müraciətin statusunu yoxla |

  # --- www.e-gov.az: abonent kodu ------------------------------------------------------------

  @e-gov.az @SDC-025 @SDC-028 @SDC-029 @DIF-02 @DIF-03 @DIF-18 @DIF-28 @AMB-19
  Ssenari: Yeni müraciətdə əvvəlcə abonent kodu yazılır
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Yeni müraciət yarat” düyməsi olan pəncərəyə qədər gedir
    Və “Yeni müraciət yarat” düyməsini seçir
    O halda “Yeni müraciət yarat” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ   | ad           |
      | mətn  | Abonent kodu |
      | düymə | Davam et     |
    Və “Davam et” düyməsi hələ bağlıdır

  @e-gov.az @SDC-028 @SDC-029 @SDC-032 @AMB-23
  Ssenarinin strukturu: Boş, səhv və naməlum kodla davam etmək olmur
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Yeni müraciət yarat” düyməsi olan pəncərəyə qədər gedir
    Və “Yeni müraciət yarat” düyməsini seçir
    Əgər “Abonent kodu” sahəsinə “<kod>” yazır
    Və “Davam et” düyməsini seçir
    O halda “Yeni müraciət yarat” pəncərəsi açıqdır
    Və “Abonent kodu” sahəsində “<xəbərdarlıq>” xəbərdarlığı göstərilir
    Və “Abonent kodu” sahəsində “<kod>” qalıb

    Nümunələr:
      | kod            | xəbərdarlıq                                  |
      |                | Abonent kodu daxil edilməyib.                |
      | 12A4           | Abonent kodu 1–13 rəqəmdən ibarət olmalıdır. |
      | 12345678901234 | Abonent kodu 1–13 rəqəmdən ibarət olmalıdır. |
      | 999            | Abonent kodu düzgün deyil.                   |

  @e-gov.az @SDC-032 @AMB-21 @ours
  Ssenari: Koddan istifadə məhdudlaşdırıldıqda başqasının koduna naməlum kod kimi cavab verilir
    Tutaq ki abonent kodundan yalnız sahibi istifadə edə bilər
    Və “Nigar” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Yeni müraciət yarat” düyməsi olan pəncərəyə qədər gedir
    Və “Yeni müraciət yarat” düyməsini seçir
    Əgər “Abonent kodu” sahəsinə “3040506070” yazır
    Və “Davam et” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Abonent kodu düzgün deyil.” xəbərdarlığı göstərilir

  @e-gov.az @SDC-032 @ours
  Ssenari: Kodları bir-bir yoxlamaqla başqasının kodunu tapmaq olmur
    Tutaq ki “Nigar” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Yeni müraciət yarat” düyməsi olan pəncərəyə qədər gedir
    Və “Yeni müraciət yarat” düyməsini seçir
    Əgər “Abonent kodu” sahəsinə ardıcıl 10 müxtəlif kod yazıb “Davam et” düyməsini seçir
    Və “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Davam et” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Bu gün üçün həddindən artıq sayda abonent kodu yoxlamısınız. Sabah yenidən cəhd edin.” xəbərdarlığı göstərilir
    Və “Yeni müraciət yarat” pəncərəsi açıqdır

  @e-gov.az @SDC-032 @ESU-184 @ESU-185 @AMB-20 @DIF-30
  Ssenari: Qeyri-əhali abonenti elektron müraciət edə bilmir
    Tutaq ki “4050607080” kodunun “12.00” AZN borcu var
    Və “Orxan” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Yeni müraciət yarat” düyməsi olan pəncərəyə qədər gedir
    Və “Yeni müraciət yarat” düyməsini seçir
    Əgər “Abonent kodu” sahəsinə “4050607080” yazır
    Və “Davam et” düyməsini seçir
    O halda “Yeni müraciət yarat” pəncərəsi açıqdır
    Və “Abonent kodu” sahəsində “Bu xidmət üzrə elektron formada yalnız əhali kateqoriyalı abonentlər müraciət edə bilərlər. Digər abonentlər ASAN xidmət, ASAN kommunal mərkəzlərinə və ya rayon Sukanal idarələrinə müraciət edə bilərlər.” xəbərdarlığı göstərilir

  @e-gov.az @ESU-185 @SDC-038 @AMB-20 @ours @DIF-30
  Ssenari: Əhali şərti tətbiq edilmədikdə qeyri-əhali abonenti də müraciət edir
    Tutaq ki “Elektron formada yalnız əhali kateqoriyalı abonentlər müraciət edir” qaydası tətbiq edilmir
    Və “Orxan” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Yeni müraciət yarat” düyməsi olan pəncərəyə qədər gedir
    Və “Yeni müraciət yarat” düyməsini seçir
    Əgər “Abonent kodu” sahəsinə “4050607080” yazır
    Və “Davam et” düyməsini seçir
    O halda “Abonentin informasiya sistemindəki məlumatları” pəncərəsi açıqdır
    # Bazada nəfər sayı yoxdur.
    Və “Xidmət göstərilən nəfər sayı” pəncərədə yoxdur
    Və “Hazırkı ünvan” qarşısında “Bakı şəhəri, Nümunə küçəsi 4” göstərilir

  # --- www.e-gov.az: borc ----------------------------------------------------------------------

  @e-gov.az @SDC-029 @SDC-030 @SDC-031 @SDC-033 @SDC-034 @SDC-035 @DIF-04 @DIF-18 @AMB-02
  Ssenari: Borcu olan abonentə borcu göstərilir və ödənilməsi istənilir
    Tutaq ki “Kamran” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Yeni müraciət yarat” düyməsi olan pəncərəyə qədər gedir
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Davam et” düyməsini seçir
    O halda “Abonentin borcu” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ     | ad                                                |
      | yazı    | Əməliyyatı davam etdirə bilmək üçün borcu ödəyin. |
      | bölmə   | Borc barədə məlumat                               |
      | məlumat | Abonent kodu                                      |
      | məlumat | Borcun məbləği                                    |
      | düymə   | Borcu ödə                                         |
      | düymə   | Geri                                              |
    Və “Abonent kodu” qarşısında “2030405060” göstərilir
    Və “Borcun məbləği” qarşısında “29,15 AZN” göstərilir

  @e-gov.az @SDC-025 @SDC-033 @ours
  Ssenari: Kodu səhv yazan borc pəncərəsindən geri qayıdıb başqa kod yazır
    Tutaq ki “Kamran” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Yeni müraciət yarat” düyməsi olan pəncərəyə qədər gedir
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Davam et” düyməsini seçir
    Və “Geri” düyməsini seçir
    O halda “Yeni müraciət yarat” pəncərəsi açıqdır
    Və “Abonent kodu” sahəsində “2030405060” qalıb
    Əgər “Abonent kodu” sahəsinə “5060708090” yazır
    Və “Davam et” düyməsini seçir
    O halda “Abonentin informasiya sistemindəki məlumatları” pəncərəsi açıqdır

  @e-gov.az @SDC-030 @SDC-038 @AMB-76
  Ssenarinin strukturu: Borc sıfır, yaxud artıq ödəniş olduqda əməliyyat davam edir
    Tutaq ki “2030405060” kodunun “<borc>” AZN borcu var
    Və “Kamran” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Yeni müraciət yarat” düyməsi olan pəncərəyə qədər gedir
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Davam et” düyməsini seçir
    O halda “<pəncərə>” pəncərəsi açıqdır

    Nümunələr:
      | borc  | pəncərə                                        |
      | 0.00  | Abonentin informasiya sistemindəki məlumatları |
      | -5.00 | Abonentin informasiya sistemindəki məlumatları |
      | 0.01  | Abonentin borcu                                |

  @e-gov.az @SDC-034 @AMB-03
  Ssenari: Borc şərti bir portalda söndürülə bilər
    Tutaq ki “e-gov.az portalında borc ödənilmədən müraciət edilmir” qaydası tətbiq edilmir
    Və “Kamran” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Yeni müraciət yarat” düyməsi olan pəncərəyə qədər gedir
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Davam et” düyməsini seçir
    O halda “Abonentin informasiya sistemindəki məlumatları” pəncərəsi açıqdır
    Əgər “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Abonent kodu” siyahısından “2030405060” seçir
    Və “Təsdiq” düyməsini seçir
    O halda “Abonentin borcu” pəncərəsi açıqdır

  @e-gov.az @SDC-030 @SDC-031 @ours
  Ssenari: Borcu öyrənmək mümkün olmadıqda davam edilmir, yazılan kod itmir
    Tutaq ki “Kamran” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Yeni müraciət yarat” düyməsi olan pəncərəyə qədər gedir
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “hesablaşma sistemi” 1 dəfə “əlçatan deyil”
    Əgər “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Davam et” düyməsini seçir
    O halda “Yeni müraciət yarat” pəncərəsi açıqdır
    Və pəncərədə “Xidmət hazırda əlçatan deyil. Bir qədər sonra yenidən cəhd edin.” xəbərdarlığı göstərilir
    Və “Abonent kodu” sahəsində “2030405060” qalıb

  # --- www.e-gov.az: borcun ödənilməsi -----------------------------------------------------------

  @e-gov.az @SDC-035 @SDC-036 @SDC-037 @SDC-038 @AMB-02 @AMB-55 @AMB-76
  Ssenari: Borc ödənildikdən sonra həmin müraciət davam edir
    Tutaq ki “Kamran” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Yeni müraciət yarat” düyməsi olan pəncərəyə qədər gedir
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Davam et” düyməsini seçir
    Əgər “Borcu ödə” düyməsini seçir
    O halda ödəniş səhifəsi açılır
    Və “Borcun ödənilməsi” pəncərəsi açıqdır
    Əgər abonent ödəniş səhifəsində “ödəyir”
    Və abonent ödəniş səhifəsindən qayıdır
    Və “Davam et” düyməsini seçir
    O halda “Abonentin informasiya sistemindəki məlumatları” pəncərəsi açıqdır
    Və “Abonent kodu” qarşısında “2030405060” göstərilir
    Və “2030405060” kodunun borcu “0.00” AZN-dir
    Və “2030405060” koduna portaldan cəmi “29.15” AZN ödəniş yazılıb
    Əgər “Davam et” düyməsini seçir
    Və qalan sahələri nümunələrlə doldurur
    Və “Müraciət et” düyməsini seçir
    O halda cəmi 1 müraciət qeydiyyata alınıb
    Və müraciətdə “Abonent kodu” “2030405060” kimi qeyd olunub

  @e-gov.az @SDC-033 @SDC-036 @SDC-037 @ours
  Ssenari: Ödəniş gözlənildikdə pəncərədə borc, ödənişin vəziyyəti və ödəniş səhifəsinə keçid var
    Tutaq ki “Kamran” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Yeni müraciət yarat” düyməsi olan pəncərəyə qədər gedir
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Davam et” düyməsini seçir
    Əgər “Borcu ödə” düyməsini seçir
    Və abonent ödəniş səhifəsindən qayıdır
    O halda “Borcun ödənilməsi” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ     | ad                                                                         |
      | yazı    | Ödəniş səhifəsində borcu ödədikdən sonra əməliyyatı buradan davam etdirin. |
      | bölmə   | Borc barədə məlumat                                                        |
      | məlumat | Abonent kodu                                                               |
      | məlumat | Borcun məbləği                                                             |
      | bölmə   | Ödəniş                                                                     |
      | məlumat | Ödənişin vəziyyəti                                                         |
      | keçid   | Ödəniş səhifəsini aç                                                       |
      | düymə   | Davam et                                                                   |
    Və “Borcun məbləği” qarşısında “29,15 AZN” göstərilir
    Və “Ödənişin vəziyyəti” qarşısında “Bankın səhifəsində gözlənilir” göstərilir

  @e-gov.az @SDC-034 @SDC-036 @SDC-037 @ours
  Ssenari: Ödənişin nəticəsi gözlənildikdə davam edilmir, nəticə bildirildikdən sonra edilir
    Tutaq ki “Kamran” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Yeni müraciət yarat” düyməsi olan pəncərəyə qədər gedir
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Davam et” düyməsini seçir
    Və “Borcu ödə” düyməsini seçir
    Əgər abonent ödəniş səhifəsindən qayıdır
    Və “Davam et” düyməsini seçir
    O halda “Borcun ödənilməsi” pəncərəsi açıqdır
    Və pəncərədə “Ödənişin nəticəsi hələ bəlli deyil. Bir qədər sonra yenidən yoxlayın.” xəbərdarlığı göstərilir
    Və pəncərədə “Ödənilməmiş borc var: 29,15 AZN.” xəbərdarlığı göstərilir
    Əgər abonent ödəniş səhifəsində “ödəyir”
    Və ödəniş sistemi nəticəni 3 dəfə bildirir
    # Nəticə artıq məlumdur, ödəniş sistemindən soruşmağa ehtiyac qalmır.
    Və “ödəniş sistemi” daim “əlçatan deyil”
    Və “Davam et” düyməsini seçir
    O halda “Abonentin informasiya sistemindəki məlumatları” pəncərəsi açıqdır
    Və “2030405060” koduna portaldan cəmi “29.15” AZN ödəniş yazılıb

  @e-gov.az @SDC-034 @SDC-036 @ours
  Ssenari: Həyata keçirilməyən ödəniş təkrar edilir
    Tutaq ki “Kamran” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Yeni müraciət yarat” düyməsi olan pəncərəyə qədər gedir
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Davam et” düyməsini seçir
    Və “Borcu ödə” düyməsini seçir
    Və abonent ödəniş səhifəsində “imtina edir”
    Əgər abonent ödəniş səhifəsindən qayıdır
    Və “Davam et” düyməsini seçir
    O halda “Abonentin borcu” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ     | ad                                                |
      | yazı    | Əməliyyatı davam etdirə bilmək üçün borcu ödəyin. |
      | bölmə   | Borc barədə məlumat                               |
      | məlumat | Abonent kodu                                      |
      | məlumat | Borcun məbləği                                    |
      | bölmə   | Ödəniş                                            |
      | məlumat | Ödənişin vəziyyəti                                |
      | düymə   | Borcu ödə                                         |
      | düymə   | Geri                                              |
    Və “Ödənişin vəziyyəti” qarşısında “Həyata keçirilməyib” göstərilir
    Əgər “Borcu ödə” düyməsini seçir
    O halda ödəniş səhifəsi açılır
    Əgər abonent ödəniş səhifəsində “ödəyir”
    Və abonent ödəniş səhifəsindən qayıdır
    Və “Davam et” düyməsini seçir
    O halda “Abonentin informasiya sistemindəki məlumatları” pəncərəsi açıqdır
    Və “2030405060” koduna portaldan cəmi “29.15” AZN ödəniş yazılıb

  @e-gov.az @SDC-035 @SDC-036 @ours
  Ssenari: Ödəniş sisteminin cavabı itdikdə borc iki dəfə ödənilmir
    Tutaq ki “Kamran” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Yeni müraciət yarat” düyməsi olan pəncərəyə qədər gedir
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Davam et” düyməsini seçir
    Və “ödəniş sistemi” 1 dəfə “işi görür, amma cavabı vaxtından sonra gəlir”
    Əgər “Borcu ödə” düyməsini seçir
    O halda ödəniş səhifəsi açılmır
    Və “Abonentin borcu” pəncərəsi açıqdır
    Və pəncərədə “Cavab vaxtında alınmadı. Bir qədər sonra yenidən cəhd edin.” xəbərdarlığı göstərilir
    Əgər “Borcu ödə” düyməsini seçir
    O halda ödəniş səhifəsi açılır
    Əgər abonent ödəniş səhifəsində “ödəyir”
    Və “Davam et” düyməsini seçir
    O halda “Abonentin informasiya sistemindəki məlumatları” pəncərəsi açıqdır
    Və “2030405060” koduna portaldan cəmi “29.15” AZN ödəniş yazılıb
    Və ödəyənə cəmi “0.00” AZN qaytarılıb

  @e-gov.az @SDC-035 @ours
  Ssenari: Ödəniş sistemi əlçatan olmadıqda borc pəncərəsi qalır
    Tutaq ki “Kamran” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Yeni müraciət yarat” düyməsi olan pəncərəyə qədər gedir
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Davam et” düyməsini seçir
    Və “ödəniş sistemi” 1 dəfə “əlçatan deyil”
    Əgər “Borcu ödə” düyməsini seçir
    O halda ödəniş səhifəsi açılmır
    Və “Abonentin borcu” pəncərəsi açıqdır
    Və pəncərədə “Xidmət hazırda əlçatan deyil. Bir qədər sonra yenidən cəhd edin.” xəbərdarlığı göstərilir

  @e-gov.az @SDC-036 @SDC-037 @ours
  Ssenari: Həyata keçirilməyib deyilən ödəniş sonradan alınıbsa, sayılır və ikinci dəfə tutulan qaytarılır
    Tutaq ki “Kamran” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Yeni müraciət yarat” düyməsi olan pəncərəyə qədər gedir
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Davam et” düyməsini seçir
    Və “Borcu ödə” düyməsini seçir
    Və abonent ödəniş səhifəsində “imtina edir”
    Və “Davam et” düyməsini seçir
    Və “Borcu ödə” düyməsini seçir
    Əgər abonent birinci ödənişin səhifəsində “ödəyir”
    Və “Davam et” düyməsini seçir
    O halda “Abonentin informasiya sistemindəki məlumatları” pəncərəsi açıqdır
    Əgər abonent ödəniş səhifəsində “ödəyir”
    Və ödəniş sistemi nəticəni 2 dəfə bildirir
    Və sistem növbədəki işləri görür
    O halda ödəyənə cəmi “29.15” AZN qaytarılıb
    Və “2030405060” koduna portaldan cəmi “29.15” AZN ödəniş yazılıb
    Və “2030405060” kodunun borcu “0.00” AZN-dir

  @e-gov.az @SDC-035 @SDC-037 @AMB-76
  Ssenari: Borc bu müddətdə başqa yerdə ödənilibsə, yenidən ödəniş istənilmir
    Tutaq ki “Kamran” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Yeni müraciət yarat” düyməsi olan pəncərəyə qədər gedir
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Davam et” düyməsini seçir
    Və “2030405060” kodunun “0.00” AZN borcu var
    Əgər “Borcu ödə” düyməsini seçir
    O halda ödəniş səhifəsi açılmır
    Və “Abonentin informasiya sistemindəki məlumatları” pəncərəsi açıqdır
    Və “2030405060” koduna portaldan cəmi “0.00” AZN ödəniş yazılıb

  @e-gov.az @SDC-036 @SDC-037 @ours
  Ssenari: Ödəniş səhifəsində olarkən yarımçıq qalan müraciət başqa serverdə davam edir
    Tutaq ki “Kamran” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Yeni müraciət yarat” düyməsi olan pəncərəyə qədər gedir
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Davam et” düyməsini seçir
    Və “Borcu ödə” düyməsini seçir
    Və işini yarımçıq saxlayıb başqa serverdə davam etdirir
    Və abonent ödəniş səhifəsində “ödəyir”
    Və işini yarımçıq saxlayıb başqa serverdə davam etdirir
    O halda “Ödənişin vəziyyəti” qarşısında “Ödənilib” göstərilir
    Əgər “Davam et” düyməsini seçir
    O halda “Abonentin informasiya sistemindəki məlumatları” pəncərəsi açıqdır
    Və “Abonent kodu” qarşısında “2030405060” göstərilir

  @e-gov.az @SDC-035 @ours
  Ssenari: “Borcu ödə” iki dəfə seçilsə də ödəniş birdir
    Tutaq ki “Kamran” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Yeni müraciət yarat” düyməsi olan pəncərəyə qədər gedir
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Davam et” düyməsini seçir
    Əgər “Borcu ödə” düyməsini ardıcıl 2 dəfə seçir
    O halda ödəniş səhifəsi açılır
    Əgər abonent ödəniş səhifəsində “ödəyir”
    Və abonent birinci ödənişin səhifəsində “ödəyir”
    Və “Davam et” düyməsini seçir
    O halda “2030405060” koduna portaldan cəmi “29.15” AZN ödəniş yazılıb
    Və ödəyənə cəmi “0.00” AZN qaytarılıb

  @e-gov.az @SDC-034 @SDC-036 @SDC-037 @AMB-55 @AMB-76
  Ssenari: Bu müddətdə artan borcun qalanı da ödənilir
    Tutaq ki “Kamran” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Yeni müraciət yarat” düyməsi olan pəncərəyə qədər gedir
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Davam et” düyməsini seçir
    Və “Borcu ödə” düyməsini seçir
    Və “2030405060” kodunun “35.00” AZN borcu var
    Və abonent ödəniş səhifəsində “ödəyir”
    Əgər “Davam et” düyməsini seçir
    O halda “Abonentin borcu” pəncərəsi açıqdır
    Və “Borcun məbləği” qarşısında “5,85 AZN” göstərilir
    Əgər “Borcu ödə” düyməsini seçir
    O halda ödəniş səhifəsi açılır
    Əgər abonent ödəniş səhifəsində “ödəyir”
    Və “Davam et” düyməsini seçir
    O halda “Abonentin informasiya sistemindəki məlumatları” pəncərəsi açıqdır
    Və “2030405060” koduna portaldan cəmi “35.00” AZN ödəniş yazılıb

  @e-gov.az @SDC-034 @SDC-036 @SDC-037 @AMB-55 @ours
  Ssenari: Ödəniləndən sonra qalan borc əvvəlki məbləğdə olsa da ödənilir
    Tutaq ki “Kamran” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Yeni müraciət yarat” düyməsi olan pəncərəyə qədər gedir
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Davam et” düyməsini seçir
    Və “Borcu ödə” düyməsini seçir
    Və “2030405060” kodunun “58.30” AZN borcu var
    Və abonent ödəniş səhifəsində “ödəyir”
    Əgər “Davam et” düyməsini seçir
    O halda “Abonentin borcu” pəncərəsi açıqdır
    Və “Borcun məbləği” qarşısında “29,15 AZN” göstərilir
    Əgər “Borcu ödə” düyməsini seçir
    O halda ödəniş səhifəsi açılır
    Əgər abonent ödəniş səhifəsində “ödəyir”
    Və “Davam et” düyməsini seçir
    O halda “Abonentin informasiya sistemindəki məlumatları” pəncərəsi açıqdır
    Və “2030405060” koduna portaldan cəmi “58.30” AZN ödəniş yazılıb

  @e-gov.az @SDC-034 @SDC-037 @ours
  Ssenari: Ödəniş hesaba hələ yazılmayıbsa, yenidən ödəniş istənilmir
    Tutaq ki “Kamran” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Yeni müraciət yarat” düyməsi olan pəncərəyə qədər gedir
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Davam et” düyməsini seçir
    Və “Borcu ödə” düyməsini seçir
    Və abonent ödəniş səhifəsində “ödəyir”
    Və “hesablaşma sistemi” 1 dəfə “vaxtında cavab vermir”
    Əgər “Davam et” düyməsini seçir
    O halda “Borcun ödənilməsi” pəncərəsi açıqdır
    Və pəncərədə “Ödəniş edilib, amma hesabınıza hələ yazılmayıb. Bir qədər sonra yenidən yoxlayın.” xəbərdarlığı göstərilir
    Əgər “Davam et” düyməsini seçir
    O halda “Abonentin informasiya sistemindəki məlumatları” pəncərəsi açıqdır
    Və “2030405060” koduna portaldan cəmi “29.15” AZN ödəniş yazılıb

  @e-gov.az @SDC-034 @SDC-035 @SDC-036 @SDC-037 @ours
  Ssenari: Hesablaşma sistemi ödənişi qəbul etmədikdə pul qaytarılır, borc yeni müraciətdə ödənilir
    Tutaq ki “Kamran” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Yeni müraciət yarat” düyməsi olan pəncərəyə qədər gedir
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Davam et” düyməsini seçir
    Və “Borcu ödə” düyməsini seçir
    Və abonent ödəniş səhifəsində “ödəyir”
    Və “hesablaşma sistemi” 1 dəfə “rədd edir”
    Əgər “Davam et” düyməsini seçir
    O halda “Abonentin borcu” pəncərəsi açıqdır
    Və “Ödənişin vəziyyəti” qarşısında “Geri qaytarılıb” göstərilir
    Və ödəyənə cəmi “29.15” AZN qaytarılıb
    Və “2030405060” kodunun borcu “29.15” AZN-dir
    Əgər “Borcu ödə” düyməsini seçir
    O halda ödəniş səhifəsi açılmır
    Və “Abonentin borcu” pəncərəsi açıqdır
    Və pəncərədə “Ödəniş qəbul edilmədi, məbləğ kartınıza qaytarılır. Borcu yenidən ödəmək üçün yeni müraciət yaradın.” xəbərdarlığı göstərilir
    Əgər “Kamran” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Yeni müraciət yarat” düyməsi olan pəncərəyə qədər gedir
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Davam et” düyməsini seçir
    Və “Borcu ödə” düyməsini seçir
    O halda ödəniş səhifəsi açılır

  # --- www.e-gov.az: abonentin məlumatları -------------------------------------------------------

  @e-gov.az @SDC-038 @SDC-039 @SDC-040 @DIF-05 @DIF-18 @AMB-02 @DIF-29
  Ssenari: Borc olmadıqda “Davam et” abonentin informasiya sistemindəki məlumatlarını göstərir
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Yeni müraciət yarat” düyməsi olan pəncərəyə qədər gedir
    Və “Yeni müraciət yarat” düyməsini seçir
    Əgər “Abonent kodu” sahəsinə “1020304050” yazır
    Və “Davam et” düyməsini seçir
    O halda “Abonentin informasiya sistemindəki məlumatları” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ     | ad                             |
      | bölmə   | Hazırkı məlumatlar             |
      | məlumat | Abonent kodu                   |
      | məlumat | Abonentin adı, soyadı, ata adı |
      | məlumat | Hazırkı ünvan                  |
      | məlumat | Xidmət göstərilən nəfər sayı   |
      | məlumat | Hazırkı xidmət növü            |
      | düymə   | Davam et                       |
    Və “Abonent kodu” qarşısında “1020304050” göstərilir
    Və “Abonentin adı, soyadı, ata adı” qarşısında “Aysel Quliyeva Vaqif qızı” göstərilir
    Və “Hazırkı ünvan” qarşısında “Bakı şəhəri, Nümunə küçəsi 1, mənzil 5” göstərilir
    Və “Xidmət göstərilən nəfər sayı” qarşısında “4” göstərilir
    Və “Hazırkı xidmət növü” qarşısında “Su təchizatı” göstərilir
    Əgər “Davam et” düyməsini seçir
    O halda “Müraciət et” düyməsi var

  @e-gov.az @SDC-038 @ours
  Ssenari: Abonent bazası əlçatan olmadıqda yazılanlar itmir
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Yeni müraciət yarat” düyməsi olan pəncərəyə qədər gedir
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “abonent bazası” 1 dəfə “əlçatan deyil”
    Əgər “Abonent kodu” sahəsinə “1020304050” yazır
    Və “Davam et” düyməsini seçir
    O halda “Yeni müraciət yarat” pəncərəsi açıqdır
    Və pəncərədə “Xidmət hazırda əlçatan deyil. Bir qədər sonra yenidən cəhd edin.” xəbərdarlığı göstərilir
    Əgər “Davam et” düyməsini seçir
    O halda “Abonentin informasiya sistemindəki məlumatları” pəncərəsi açıqdır

  @e-gov.az @SDC-004 @SDC-038 @SDC-039 @SDC-042 @SDC-043 @SDC-044 @AMB-21 @AMB-59
  Ssenari: Evi yeni almış şəxs başqasının adına olan kodla müraciət edir, sahibin məlumatlarını görmür
    Tutaq ki “Nigar” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Yeni müraciət yarat” düyməsi olan pəncərəyə qədər gedir
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “3040506070” yazır
    Və “Davam et” düyməsini seçir
    O halda “Abonentin adı, soyadı, ata adı” qarşısında “•••” göstərilir
    Və “Hazırkı ünvan” qarşısında “•••” göstərilir
    Və “Xidmət göstərilən nəfər sayı” qarşısında “•••” göstərilir
    Və “Hazırkı xidmət növü” qarşısında “Su təchizatı və tullantı sularının axıdılması” göstərilir
    Əgər “Davam et” düyməsini seçir
    O halda “Ünvan” sahəsində “” qalıb
    Və “Ailə tərkibi” sahəsində “” qalıb
    Və “Xidmət növü” sahəsində “” qalıb
    Əgər “Qeydiyyatda olan şəxsin FİN kodu” sahəsinə “7ZM3N4C” yazır
    Və “Ünvan” sahəsinə “Bakı şəhəri, Nümunə küçəsi 3, mənzil 8” yazır
    Və “Ailə tərkibi” sahəsinə “2” yazır
    Və “Xidmət növü” siyahısından “Su təchizatı” seçir
    Və qalan sahələri nümunələrlə doldurur
    Və müraciət “Məlumatlar dəyişdirilir” statusuna çatdırılır
    Və sistem növbədəki işləri görür
    O halda “Nigar” müraciətin statusunu “Yekunlaşdı” kimi görür
    Və abonent bazasında “3040506070” kodunun “Ad, soyad, ata adı” məlumatı “Nigar Həsənova İlqar” olub
    Və abonent bazasında “3040506070” kodunun “Ünvan” məlumatı “Bakı şəhəri, Nümunə küçəsi 3, mənzil 8” olub
    Və abonent bazasında “3040506070” kodunun “Nəfər sayı” məlumatı “2” olub
    Və abonent bazasında “3040506070” kodunun “Xidmət növü” məlumatı “Su təchizatı” olub

  # --- www.e-gov.az: müraciət forması --------------------------------------------------------------

  @e-gov.az @SDC-040 @SDC-041 @SDC-042 @SDC-043 @SDC-044 @SDC-045 @SDC-046 @SDC-047 @SDC-048 @SDC-049 @SDC-052 @DIF-06 @DIF-07 @DIF-18 @AMB-05 @AMB-07 @AMB-59 @AMB-60 @AMB-61 @ours @DIF-27 @DIF-33
  Ssenari: Dəyişdirilməli məlumatlar doqquz sahədə daxil edilir, hazırkı məlumatlar yanında göstərilir
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Müraciət et” düyməsi olan pəncərəyə qədər gedir
    O halda “Abonent məlumatlarının dəyişdirilməsi” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ     | ad                                                               |
      | yazı    | Dəyişdirilməli məlumatları daxil edin.                           |
      | mətn    | Qeydiyyatda olan şəxsin FİN kodu                                 |
      | mətn    | Ünvan                                                            |
      | rəqəm   | Ailə tərkibi                                                     |
      | siyahı  | Xidmət növü                                                      |
      | fayl    | Mülkiyyət hüququnu təsdiq edən sənəd                             |
      | fayl    | Mənzil istismar sahəsindən ailə tərkibi haqqında arayışın surəti |
      | fayl    | İstifadə hüququnu təsdiq edən sənədin surəti                     |
      | mətn    | Elektron poçt ünvanı                                             |
      | mətn    | Telefon nömrəsi                                                  |
      | bölmə   | Hazırkı məlumatlar                                               |
      | məlumat | Abonent kodu                                                     |
      | məlumat | Abonentin adı, soyadı, ata adı                                   |
      | məlumat | Hazırkı ünvan                                                    |
      | məlumat | Xidmət göstərilən nəfər sayı                                     |
      | məlumat | Hazırkı xidmət növü                                              |
      | düymə   | Müraciət et                                                      |
      | düymə   | Geri                                                             |
    Və “Ünvan” sahəsində “Bakı şəhəri, Nümunə küçəsi 1, mənzil 5” qalıb
    Və “Ailə tərkibi” sahəsində “4” qalıb
    Və “Xidmət növü” sahəsində “Su təchizatı” qalıb
    Və “Xidmət növü” siyahısında bunlar var:
      | Su təchizatı                                  |
      | Tullantı sularının axıdılması                 |
      | Su təchizatı və tullantı sularının axıdılması |
    Və “Ailə tərkibi” sahəsinin vahidi “nəfər”
    Və “Ailə tərkibi” sahəsinin izahı belədir:
      """
      Ünvanda yaşayan ailə üzvlərinin sayı.
      """

  @e-gov.az @SDC-041 @SDC-042 @SDC-043 @SDC-044 @SDC-045 @SDC-046 @SDC-047 @SDC-048 @SDC-049 @SDC-050 @SDC-052 @AMB-01
  Ssenari: Doqquz məlumatın hamısı daxil edilməlidir, səhvlər birlikdə göstərilir
    Tutaq ki “Elektron formada yalnız əhali kateqoriyalı abonentlər müraciət edir” qaydası tətbiq edilir
    Və “Nigar” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Yeni müraciət yarat” düyməsi olan pəncərəyə qədər gedir
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “3040506070” yazır
    Və “Davam et” düyməsini seçir
    Və “Davam et” düyməsini seçir
    Əgər “Müraciət et” düyməsini seçir
    O halda “Abonent məlumatlarının dəyişdirilməsi” pəncərəsi açıqdır
    Və “Qeydiyyatda olan şəxsin FİN kodu” sahəsində “FİN daxil edilməyib.” xəbərdarlığı göstərilir
    Və “Ünvan” sahəsində “Ünvan daxil edilməyib.” xəbərdarlığı göstərilir
    Və “Ailə tərkibi” sahəsində “Nəfər sayı daxil edilməyib.” xəbərdarlığı göstərilir
    Və “Xidmət növü” sahəsində “Bu sahəni doldurun.” xəbərdarlığı göstərilir
    Və “Mülkiyyət hüququnu təsdiq edən sənəd” sahəsində “Fayl yüklənməyib.” xəbərdarlığı göstərilir
    Və “Mənzil istismar sahəsindən ailə tərkibi haqqında arayışın surəti” sahəsində “Fayl yüklənməyib.” xəbərdarlığı göstərilir
    Və “İstifadə hüququnu təsdiq edən sənədin surəti” sahəsində “Fayl yüklənməyib.” xəbərdarlığı göstərilir
    Və “Elektron poçt ünvanı” sahəsində “Elektron poçt ünvanı daxil edilməyib.” xəbərdarlığı göstərilir
    Və “Telefon nömrəsi” sahəsində “Telefon nömrəsi daxil edilməyib.” xəbərdarlığı göstərilir
    Və cəmi 0 müraciət qeydiyyata alınıb

  @e-gov.az @SDC-041 @SDC-042 @SDC-043 @SDC-048 @SDC-049 @SDC-051
  Ssenarinin strukturu: Səhv yazılan sahənin yanında xəbərdarlıq göstərilir, qalanlar itmir
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Müraciət et” düyməsi olan pəncərəyə qədər gedir
    Və “<sahə>” sahəsinə “<yazı>” yazır
    Və qalan sahələri nümunələrlə doldurur
    Əgər “Müraciət et” düyməsini seçir
    O halda “<sahə>” sahəsində “<xəbərdarlıq>” xəbərdarlığı göstərilir
    Və “<sahə>” sahəsində “<yazı>” qalıb
    Və “Mülkiyyət hüququnu təsdiq edən sənəd” sahəsində “sənəd.pdf” qalıb
    Və cəmi 0 müraciət qeydiyyata alınıb

    Nümunələr:
      | sahə                             | yazı              | xəbərdarlıq                                              |
      | Qeydiyyatda olan şəxsin FİN kodu | 5XJ1K2            | FİN 7 simvoldan ibarət olmalıdır: rəqəmlər və latın hərfləri (I və O istisna olmaqla). |
      | Ünvan                            | Bakı              | Ünvan ən azı 5 simvoldan ibarət olmalıdır.               |
      | Ailə tərkibi                     | 0                 | Nəfər sayı 1 ilə 99 arasında olmalıdır.                  |
      | Ailə tərkibi                     | iki               | Nəfər sayı rəqəmlə yazılmalıdır, məsələn: 4.             |
      | Elektron poçt ünvanı             | aysel(at)example  | Elektron poçt ünvanı düzgün deyil.                       |
      | Telefon nömrəsi                  | 12                | Telefon nömrəsi düzgün deyil. Belə yazın: 050 123 45 67. |

  @e-gov.az @SDC-044
  Ssenari: Xidmət növü yalnız siyahıdan seçilir
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Müraciət et” düyməsi olan pəncərəyə qədər gedir
    Və “Xidmət növü” siyahısından “isti su” seçir
    Və qalan sahələri nümunələrlə doldurur
    Əgər “Müraciət et” düyməsini seçir
    O halda “Xidmət növü” sahəsində “Siyahıdan seçin.” xəbərdarlığı göstərilir

  @e-gov.az @SDC-045 @SDC-046 @SDC-047 @AMB-65
  Ssenarinin strukturu: Sənəd PDF faylı və ya şəkil olmalıdır
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Müraciət et” düyməsi olan pəncərəyə qədər gedir
    Və “<sənəd>” sahəsinə “<fayl>” yükləyir
    Və qalan sahələri nümunələrlə doldurur
    Əgər “Müraciət et” düyməsini seçir
    O halda “<sənəd>” sahəsində “<xəbərdarlıq>” xəbərdarlığı göstərilir
    Və cəmi 0 müraciət qeydiyyata alınıb
    Əgər “<sənəd>” sahəsinə “sayğacın şəkli” yükləyir
    Və “Müraciət et” düyməsini seçir
    O halda cəmi 1 müraciət qeydiyyata alınıb

    Nümunələr:
      | sənəd                                                            | fayl            | xəbərdarlıq |
      | Mülkiyyət hüququnu təsdiq edən sənəd                             | mətn faylı      | Fayl zədələnib və ya onun növü qəbul edilmir. Qəbul edilən növlər: PDF, JPEG, PNG. |
      | Mənzil istismar sahəsindən ailə tərkibi haqqında arayışın surəti | boş fayl        | Fayl boşdur. |
      | İstifadə hüququnu təsdiq edən sənədin surəti                     | 11 MB-lıq şəkil | Faylın həcmi 10 MB-dan çox olmamalıdır. |

  # --- www.e-gov.az: qeydiyyat ---------------------------------------------------------------------

  @e-gov.az @SDC-052 @SDC-053 @SDC-054 @SDC-055 @SDC-074 @DIF-06 @DIF-08 @DIF-18 @DIF-19 @AMB-05 @AMB-06 @AMB-08 @DIF-27
  Ssenari: “Müraciət et” müraciəti dialoqsuz qeydiyyata alır və nömrəsini göstərir
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Müraciət et” düyməsi olan pəncərəyə qədər gedir
    Və qalan sahələri nümunələrlə doldurur
    Əgər “Müraciət et” düyməsini seçir
    O halda “Abonent məlumatlarının dəyişdirilməsi” pəncərəsi açıqdır
    Və ekranda bu məlumat verilir:
      """
      Müraciətiniz qeydiyyata alındı. Xidmətimizdən istifadə etdiyiniz üçün sizə təşəkkür edirik.
      Müraciət nömrəniz: _XX_
      """
    Və cəmi 1 müraciət qeydiyyata alınıb
    Və “Aysel” müraciətin statusunu “Qeydiyyata alındı” kimi görür
    Və müraciətin izahında “Müraciətiniz qeydiyyata alınıb.” yazılıb
    Və müraciətin izahında “Müraciətə hazırda baxır: Sistem.” yazılıb
    Əgər sistem növbədəki işləri görür
    O halda abonentə “Müraciət qeydiyyata alındı” mövzulu cəmi 0 elektron poçt göndərilib
    Və abonentə “elektron poçt” vasitəsilə cəmi 1 bildiriş göndərilib
    Və abonentə “sms” vasitəsilə cəmi 1 bildiriş göndərilib
    Və abonentə “portal” vasitəsilə cəmi 0 bildiriş göndərilib

  @e-gov.az @SDC-041 @SDC-042 @SDC-043 @SDC-044 @SDC-045 @SDC-046 @SDC-047 @SDC-048 @SDC-049
  Ssenari: Göndərilən məlumatlar və sənədlər müraciətdə saxlanılır
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və müraciət “Qeydiyyata alındı” statusuna çatdırılır
    O halda müraciətdə “Abonent kodu” “1020304050” kimi qeyd olunub
    Və müraciətdə “Qeydiyyatda olan şəxsin FİN kodu” “5XJ1K2A” kimi qeyd olunub
    Və müraciətdə “Ünvan” “Bakı şəhəri, Nümunə küçəsi 1, mənzil 5” kimi qeyd olunub
    Və müraciətdə “Xidmət növü” “Su təchizatı” kimi qeyd olunub
    Və müraciətdə “Elektron poçt ünvanı” “aysel@example.com” kimi qeyd olunub
    Və müraciətdə “Telefon nömrəsi” “+994502001020” kimi qeyd olunub
    Və icraçı müraciətin “Mülkiyyət hüququnu təsdiq edən sənəd” sahəsindəki “sənəd.pdf” faylını açır
    Və icraçı müraciətin “Mənzil istismar sahəsindən ailə tərkibi haqqında arayışın surəti” sahəsindəki “sənəd.pdf” faylını açır
    Və icraçı müraciətin “İstifadə hüququnu təsdiq edən sənədin surəti” sahəsindəki “sənəd.pdf” faylını açır

  @e-gov.az @SDC-055 @SDC-056
  Ssenarinin strukturu: Qeydiyyat alınmadıqda uğur məlumatı verilmir, yazılanlar qalır
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Müraciət et” düyməsi olan pəncərəyə qədər gedir
    Və qalan sahələri nümunələrlə doldurur
    Və “müraciətlər reyestri” 1 dəfə “<nasazlıq>”
    Əgər “Müraciət et” düyməsini seçir
    O halda “Müraciət et” düyməsi var
    Və pəncərədə “<xəbərdarlıq>” xəbərdarlığı göstərilir
    Və “Elektron poçt ünvanı” sahəsində “aysel@example.com” qalıb
    Əgər “Müraciət et” düyməsini seçir
    O halda cəmi 1 müraciət qeydiyyata alınıb

    Nümunələr:
      | nasazlıq                                     | xəbərdarlıq |
      | əlçatan deyil                                | Müraciətiniz qeydiyyata alınmadı. Bir qədər sonra yenidən cəhd edin. |
      | işi görür, amma cavabı vaxtından sonra gəlir | Müraciətinizin qeydiyyata alınıb-alınmadığı hələ bəlli deyil. Yenidən cəhd edin: ikinci müraciət yaranmayacaq. |

  @e-gov.az @SDC-052 @SDC-055
  Ssenari: “Müraciət et” iki dəfə seçilsə də müraciət birdir
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Müraciət et” düyməsi olan pəncərəyə qədər gedir
    Və qalan sahələri nümunələrlə doldurur
    Əgər “Müraciət et” düyməsini ardıcıl 2 dəfə seçir
    O halda cəmi 1 müraciət qeydiyyata alınıb

  # --- icra: yönləndirmə və sənədlər ---------------------------------------------------------------

  @e-gov.az @SDC-034 @SDC-036 @SDC-055 @ours
  Ssenari: Göndərməzdən əvvəl yaranan borc da ödənilməlidir, “Geri” düyməsi koda qaytarır
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Müraciət et” düyməsi olan pəncərəyə qədər gedir
    Və qalan sahələri nümunələrlə doldurur
    Və “1020304050” kodunun “4.20” AZN borcu var
    Əgər “Müraciət et” düyməsini seçir
    O halda pəncərədə “Ödənilməmiş borc var: 4,20 AZN.” xəbərdarlığı göstərilir
    Və “Telefon nömrəsi” sahəsində “050 200 10 20” qalıb
    Və cəmi 0 müraciət qeydiyyata alınıb
    Əgər “Geri” düyməsini seçir
    O halda “Yeni müraciət yarat” pəncərəsi açıqdır
    Və “Abonent kodu” sahəsində “1020304050” qalıb
    Əgər “Davam et” düyməsini seçir
    O halda “Borcun məbləği” qarşısında “4,20 AZN” göstərilir
    Əgər “Borcu ödə” düyməsini seçir
    Və abonent ödəniş səhifəsində “ödəyir”
    Və “Davam et” düyməsini seçir
    Və “Davam et” düyməsini seçir
    Və “Müraciət et” düyməsini seçir
    O halda cəmi 1 müraciət qeydiyyata alınıb

  @e-gov.az @SDC-034 @AMB-03 @ours
  Ssenari: Borc şərti göndərməzdən əvvəl tətbiq edilməyə başlayıbsa, borc ödənilmədən göndərilmir
    Tutaq ki “e-gov.az portalında borc ödənilmədən müraciət edilmir” qaydası tətbiq edilmir
    Və “Kamran” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Yeni müraciət yarat” düyməsi olan pəncərəyə qədər gedir
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Davam et” düyməsini seçir
    Və “Davam et” düyməsini seçir
    Və qalan sahələri nümunələrlə doldurur
    Və “e-gov.az portalında borc ödənilmədən müraciət edilmir” qaydası tətbiq edilir
    Əgər “Müraciət et” düyməsini seçir
    O halda pəncərədə “Ödənilməmiş borc var: 29,15 AZN.” xəbərdarlığı göstərilir
    Və cəmi 0 müraciət qeydiyyata alınıb

  @e-gov.az @SDC-057 @SDC-058 @SDC-059 @SDC-060 @SDC-061 @AMB-70 @DIF-31
  Ssenari: Müraciət “Azərsu” ASC-nin aidiyyəti əməkdaşlarına icra üçün yönləndirilir
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və müraciət “Qeydiyyata alındı” statusuna çatdırılır
    O halda müraciət “Operator” siyahısında deyil
    Əgər sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “İcraya yönləndirildi” kimi görür
    Və müraciətin izahında bu yazılıb:
      """
      Müraciətiniz “Azərsu” ASC-nin aidiyyəti əməkdaşlarına icra üçün yönləndirilib; operator sənədlərin
      qaydasında olduğunu yoxlayır.
      """
    Və müraciətin izahında “Müraciətə hazırda baxır: Operator.” yazılıb
    Və müraciət “Operator” siyahısındadır
    Və abonentə “Müraciət icraya yönləndirildi” mövzulu cəmi 1 elektron poçt göndərilib
    Və abonentə “elektron poçt” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz “Azərsu” ASC-nin aidiyyəti əməkdaşlarına icra üçün yönləndirildi.
      """
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz icraya yönləndirildi.
      """

  @e-gov.az @SDC-057 @ours
  Ssenari: Aidiyyəti şöbə bilinmədikdə müraciət yenə də operatora çatır
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və müraciət “Qeydiyyata alındı” statusuna çatdırılır
    Və “soraqça” daim “rədd edir”
    Və sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “İcraya yönləndirildi” kimi görür
    Və müraciət “Operator” siyahısındadır
    Və “İcraya yönləndirmə” işi görülməmiş qalıb

  @e-gov.az @SDC-060 @SDC-061 @SDC-062 @SDC-070 @ours
  Ssenari: Əvvəlcə sənədlər yoxlanılır, ilkin araşdırma yalnız bundan sonra aparılır
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və müraciət “İcraya yönləndirildi” statusuna çatdırılır
    O halda “Operator” yalnız bu əməliyyatları edə bilər:
      | əməliyyat                               | qeydlər          |
      | Sənədlərin qaydasında olduğunu təsdiqlə |                  |
      | İcrasından imtina et                    | İmtinanın səbəbi |
    Əgər “Operator” “Uyğunsuzluq yoxdur: məlumatları dəyişdir” əməliyyatını edir
    O halda əməliyyat “Bu əməliyyat indiki vəziyyətdə mümkün deyil.” səbəbi ilə qəbul edilmir
    Əgər sistem növbədəki işləri görür
    O halda abonent bazasında “1020304050” kodu üzrə dəyişiklik edilməyib
    Əgər “Operator” “Sənədlərin qaydasında olduğunu təsdiqlə” əməliyyatını edir
    O halda əməliyyat qəbul edilir
    Və “Aysel” müraciətin statusunu “İlkin araşdırma aparılır” kimi görür
    Və müraciətin izahında “Abonent bazasındakı məlumatlar üzrə ilkin araşdırma aparılır.” yazılıb
    Və müraciətin izahında “Müraciətə hazırda baxır: Operator.” yazılıb
    Və müraciət “Operator” siyahısındadır
    Və abonent bazasında “1020304050” kodu üzrə dəyişiklik edilməyib

  @e-gov.az @SDC-060 @SDC-068 @SDC-069 @ours
  Ssenari: Hər əməliyyatı yalnız öz səlahiyyəti olan edir
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və müraciət “İcraya yönləndirildi” statusuna çatdırılır
    O halda “Yerində araşdırma aparan əməkdaş” heç bir əməliyyat edə bilməz
    Əgər “Yerində araşdırma aparan əməkdaş” “Sənədlərin qaydasında olduğunu təsdiqlə” əməliyyatını edir
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Əgər “Yerində araşdırma aparan əməkdaş” “İcrasından imtina et” əməliyyatını bu qeydlərlə edir:
      | İmtinanın səbəbi | Sənəd oxunmur. |
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Əgər müraciət “İlkin araşdırma aparılır” statusuna çatdırılır
    O halda “Yerində araşdırma aparan əməkdaş” heç bir əməliyyat edə bilməz
    Əgər “Yerində araşdırma aparan əməkdaş” “Uyğunsuzluq yoxdur: məlumatları dəyişdir” əməliyyatını edir
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Əgər “Yerində araşdırma aparan əməkdaş” “Yerində araşdırma təyin et” əməliyyatını edir
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Əgər “Yerində araşdırma aparan əməkdaş” “İcrasından imtina et” əməliyyatını bu qeydlərlə edir:
      | İmtinanın səbəbi | Sənəd oxunmur. |
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Əgər müraciət “Yerində araşdırılır” statusuna çatdırılır
    O halda “Operator” heç bir əməliyyat edə bilməz
    Əgər “Operator” “Yerində təsdiqlə: məlumatları dəyişdir” əməliyyatını bu qeydlərlə edir:
      | Yerində araşdırmanın nəticəsi | Təsdiqləndi. |
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Əgər “Operator” “İcrasından imtina et” əməliyyatını bu qeydlərlə edir:
      | İmtinanın səbəbi | Sənəd oxunmur. |
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Və “Aysel” müraciətin statusunu “Yerində araşdırılır” kimi görür

  @e-gov.az @ours
  Ssenari: İki operator eyni anda qərar versə də, biri sayılır
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və müraciət “İcraya yönləndirildi” statusuna çatdırılır
    Əgər iki “Operator” eyni anda “Sənədlərin qaydasında olduğunu təsdiqlə” əməliyyatını edir
    O halda əməliyyat “Müraciət bu müddətdə başqası tərəfindən dəyişdirilib. Yenidən baxın.” səbəbi ilə qəbul edilmir
    Və “Aysel” müraciətin statusunu “İlkin araşdırma aparılır” kimi görür

  # --- icra: iki qərar, dəyişiklik, imtina ---------------------------------------------------------

  @e-gov.az @SDC-063 @SDC-064 @SDC-070 @SDC-071 @SDC-072 @SDC-073 @AMB-15 @AMB-70 @DIF-31
  Ssenari: Uyğunsuzluq aşkar edilmədikdə abonent bazasında dəyişiklik edilir və iş yekunlaşır
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Müraciət et” düyməsi olan pəncərəyə qədər gedir
    Və “Ünvan” sahəsinə “Bakı şəhəri, Nümunə küçəsi 9, mənzil 2” yazır
    Və “Ailə tərkibi” sahəsinə “6” yazır
    Və “Xidmət növü” siyahısından “Su təchizatı və tullantı sularının axıdılması” seçir
    Və “Qeydiyyatda olan şəxsin FİN kodu” sahəsinə “6YK2L3B” yazır
    Və müraciət “İlkin araşdırma aparılır” statusuna çatdırılır
    O halda “Operator” yalnız bu əməliyyatları edə bilər:
      | əməliyyat                                | qeydlər          |
      | Uyğunsuzluq yoxdur: məlumatları dəyişdir |                  |
      | Yerində araşdırma təyin et               |                  |
      | İcrasından imtina et                     | İmtinanın səbəbi |
    Əgər “Operator” “Uyğunsuzluq yoxdur: məlumatları dəyişdir” əməliyyatını edir
    O halda “Aysel” müraciətin statusunu “Məlumatlar dəyişdirilir” kimi görür
    Və müraciətin izahında “Abonent bazasında müvafiq dəyişikliklər edilir.” yazılıb
    Və müraciətin izahında “Müraciətə hazırda baxır: Sistem.” yazılıb
    Və abonent bazasında “1020304050” kodu üzrə dəyişiklik edilməyib
    Əgər sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Yekunlaşdı” kimi görür
    Və müraciətin izahında “İş yekunlaşıb, məlumatlarınız abonent bazasında dəyişdirilib.” yazılıb
    Və müraciətin izahında “Müraciət üzrə icra başa çatıb.” yazılıb
    Və abonent bazasında “1020304050” kodunun “Ad, soyad, ata adı” məlumatı “Kamran Əliyev Rəşid oğlu” olub
    Və abonent bazasında “1020304050” kodunun “Ünvan” məlumatı “Bakı şəhəri, Nümunə küçəsi 9, mənzil 2” olub
    Və abonent bazasında “1020304050” kodunun “Nəfər sayı” məlumatı “6” olub
    Və abonent bazasında “1020304050” kodunun “Xidmət növü” məlumatı “Su təchizatı və tullantı sularının axıdılması” olub
    Və abonentə “Müraciət yekunlaşdı” mövzulu cəmi 1 elektron poçt göndərilib
    Və abonentə “elektron poçt” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz üzrə iş yekunlaşdı, məlumatlarınız abonent bazasında dəyişdirildi.
      """
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz yekunlaşdı: məlumatlarınız dəyişdirildi.
      """
    Və abonentə “sms” vasitəsilə cəmi 2 bildiriş göndərilib
    Və abonentə “portal” vasitəsilə cəmi 0 bildiriş göndərilib
    Və “e-gov.az” portalında “Müraciətin statusunu yoxla” bölməsində müraciətin statusu “Yekunlaşdı”

  @e-gov.az @DIF-10 @SDC-058 @SDC-071
  Ssenarinin strukturu: e-gov.az-da yalnız yönləndirmə bildirilir, aralıq statuslar bildirilmir
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və müraciət “<status>” statusuna çatdırılır
    Və sistem növbədəki işləri görür
    O halda abonentə “elektron poçt” vasitəsilə cəmi <sayı> bildiriş göndərilib
    Və abonentə “sms” vasitəsilə cəmi <sayı> bildiriş göndərilib
    Və abonentə “portal” vasitəsilə cəmi 0 bildiriş göndərilib

    Nümunələr:
      | status                   | sayı |
      | İcraya yönləndirildi     | 1    |
      | İlkin araşdırma aparılır | 1    |
      | Yerində araşdırılır      | 1    |
      | Dəyişiklik gecikir       | 1    |
      | Yekunlaşdı               | 2    |

  @e-gov.az @SDC-065 @SDC-066 @SDC-067 @SDC-068 @SDC-069 @SDC-070 @AMB-15 @AMB-79
  Ssenari: Ehtiyac olduqda yerində araşdırma aparılır, dəyişiklik bundan sonra edilir
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və müraciət “İlkin araşdırma aparılır” statusuna çatdırılır
    Əgər “Operator” “Yerində araşdırma təyin et” əməliyyatını edir
    O halda “Aysel” müraciətin statusunu “Yerində araşdırılır” kimi görür
    Və müraciətin izahında bu yazılıb:
      """
      “Sudan istifadə Qaydaları”nın 8.4-cü və “Abonent xidmətlərinə dair təlimat”ın 10-cu bəndinə uyğun olaraq
      yerində araşdırma aparılır.
      """
    Və müraciət “Yerində araşdırma aparan əməkdaş” siyahısındadır
    Və müraciət “Operator” siyahısında deyil
    Və “Yerində araşdırma aparan əməkdaş” yalnız bu əməliyyatları edə bilər:
      | əməliyyat                              | qeydlər                       |
      | Yerində təsdiqlə: məlumatları dəyişdir | Yerində araşdırmanın nəticəsi |
      | İcrasından imtina et                   | İmtinanın səbəbi              |
    Əgər “Yerində araşdırma aparan əməkdaş” “Yerində təsdiqlə: məlumatları dəyişdir” əməliyyatını edir
    O halda əməliyyat “Bu sahəni doldurun.” səbəbi ilə qəbul edilmir
    Və abonent bazasında “1020304050” kodu üzrə dəyişiklik edilməyib
    Əgər “Yerində araşdırma aparan əməkdaş” “Yerində təsdiqlə: məlumatları dəyişdir” əməliyyatını bu qeydlərlə edir:
      | Yerində araşdırmanın nəticəsi | Ünvanda dörd nəfər yaşayır. |
    O halda əməliyyat qəbul edilir
    Və müraciətdə “Yerində araşdırmanın nəticəsi” “Ünvanda dörd nəfər yaşayır.” kimi qeyd olunub
    Və “Aysel” müraciətin statusunu “Məlumatlar dəyişdirilir” kimi görür
    Əgər sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Yekunlaşdı” kimi görür
    Və abonent bazasında “1020304050” kodunun “Nəfər sayı” məlumatı “4” olub

  @e-gov.az @DIF-20 @AMB-14 @AMB-15 @ours
  Ssenarinin strukturu: İmtina yalnız səbəbi ilə edilir, səbəbi abonentə bildirilir, baza dəyişmir
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və müraciət “<status>” statusuna çatdırılır
    Əgər “<kim>” “İcrasından imtina et” əməliyyatını edir
    O halda əməliyyat “Bu sahəni doldurun.” səbəbi ilə qəbul edilmir
    Əgər “<kim>” “İcrasından imtina et” əməliyyatını bu qeydlərlə edir:
      | İmtinanın səbəbi | Arayışın müddəti bitib. |
    Və sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “İcrasından imtina edildi” kimi görür
    Və müraciətin izahında “Müraciətinizin icrasından imtina edilib.” yazılıb
    Və müraciətin izahında “İmtinanın səbəbi: Arayışın müddəti bitib.” yazılıb
    Və “e-gov.az” portalında “Müraciətin statusunu yoxla” bölməsində müraciətin nəticəsi “İmtinanın səbəbi: Arayışın müddəti bitib.”
    Və abonentə “Müraciətin icrasından imtina edildi” mövzulu cəmi 1 elektron poçt göndərilib
    Və abonentə “elektron poçt” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətinizin icrasından imtina edildi. Səbəb: Arayışın müddəti bitib.
      """
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətinizin icrasından imtina edildi. Səbəb: Arayışın müddəti bitib.
      """
    Və abonentə “portal” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətinizin icrasından imtina edildi. Səbəb: Arayışın müddəti bitib.
      """
    Və abonentə “Müraciət yekunlaşdı” mövzulu cəmi 0 elektron poçt göndərilib
    Və abonent bazasında “1020304050” kodu üzrə dəyişiklik edilməyib
    Və “<kim>” heç bir əməliyyat edə bilməz

    Nümunələr:
      | status                   | kim                              |
      | İcraya yönləndirildi     | Operator                         |
      | İlkin araşdırma aparılır | Operator                         |
      | Yerində araşdırılır      | Yerində araşdırma aparan əməkdaş |
      | Dəyişiklik gecikir       | Operator                         |

  # --- icra: kənar sistemlər nasaz olanda ----------------------------------------------------------

  @e-gov.az @SDC-063 @SDC-070 @ours
  Ssenari: Abonent bazası cavabı gecikdirsə də dəyişiklik bir dəfə edilir
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və müraciət “Məlumatlar dəyişdirilir” statusuna çatdırılır
    Və “abonent bazası” 1 dəfə “işi görür, amma cavabı vaxtından sonra gəlir”
    Əgər sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Məlumatlar dəyişdirilir” kimi görür
    Əgər 1 saat keçir
    Və sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Yekunlaşdı” kimi görür

  @e-gov.az @SDC-063 @SDC-070 @ours
  Ssenari: Abonent bazası dəyişikliyi qəbul etmədikdə müraciət operatora qayıdır
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və müraciət “Məlumatlar dəyişdirilir” statusuna çatdırılır
    Və “abonent bazası” 1 dəfə “rədd edir”
    Əgər sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Dəyişiklik gecikir” kimi görür
    Və müraciətin izahında “Abonent bazasında dəyişiklik gecikir; məsələ operatorun nəzarətindədir.” yazılıb
    Və müraciət “Operator” siyahısındadır
    Və abonent bazasında “1020304050” kodu üzrə dəyişiklik edilməyib
    Və “Operator” yalnız bu əməliyyatları edə bilər:
      | əməliyyat              | qeydlər          |
      | Dəyişikliyi təkrar et  |                  |
      | İcrasından imtina et   | İmtinanın səbəbi |
    Və “Yerində araşdırma aparan əməkdaş” heç bir əməliyyat edə bilməz
    Əgər “Yerində araşdırma aparan əməkdaş” “İcrasından imtina et” əməliyyatını bu qeydlərlə edir:
      | İmtinanın səbəbi | Sənəd oxunmur. |
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Əgər “Operator” “Dəyişikliyi təkrar et” əməliyyatını edir
    Və sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Yekunlaşdı” kimi görür
    Və abonent bazasında “1020304050” kodunun “Nəfər sayı” məlumatı “4” olub

  @e-gov.az @SDC-057 @SDC-064 @ours
  Ssenari: Sistemin əməliyyatlarını əməkdaş edə bilməz
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və müraciət “Qeydiyyata alındı” statusuna çatdırılır
    Əgər “Operator” “İcraya yönləndir” əməliyyatını edir
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Əgər “Operator” “Şöbə göstərilmədən yönləndir” əməliyyatını edir
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Əgər müraciət “Məlumatlar dəyişdirilir” statusuna çatdırılır
    Və “Operator” “Dəyişikliyi tamamla” əməliyyatını edir
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Əgər “Operator” “Dəyişiklik alınmadı: operatora qaytar” əməliyyatını edir
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir

  # --- statusun izlənməsi --------------------------------------------------------------------------

  @e-gov.az @SDC-026 @SDC-073 @DIF-09 @DIF-26
  Ssenari: Nəticə “Müraciətin statusunu yoxla” bölməsində yoxlanılır, başqası görmür
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və müraciət “İlkin araşdırma aparılır” statusuna çatdırılır
    O halda “e-gov.az” portalında “Müraciətin statusunu yoxla” bölməsində müraciətin statusu “İlkin araşdırma aparılır”
    Və “Kamran” üçün belə müraciət yoxdur

  @e-gov.az @SDC-026 @SDC-027 @ours
  Ssenari: Status bölməsində göndərilən bütün müraciətlər görünür və geri qayıtmaq olur
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Müraciət et” düyməsi olan pəncərəyə qədər gedir
    Və qalan sahələri nümunələrlə doldurur
    Və “Müraciət et” düyməsini seçir
    Və sistem növbədəki işləri görür
    Və “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Müraciət et” düyməsi olan pəncərəyə qədər gedir
    Və qalan sahələri nümunələrlə doldurur
    Və “Müraciət et” düyməsini seçir
    Əgər “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Müraciətin statusunu yoxla” düyməsi olan pəncərəyə qədər gedir
    Və “Müraciətin statusunu yoxla” düyməsini seçir
    O halda “Müraciətin statusunu yoxla” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ    | ad                     |
      | cədvəl | Göndərilən müraciətlər |
      | düymə  | Geri                   |
    Və “Göndərilən müraciətlər” cədvəlində bunlar var:
      | Müraciət nömrəsi | Xidmət | Göndərilib | Status | Nəticə |
      | _XX_            | Abonent məlumatlarının dəyişdirilməsi | 20 noyabr 2026, 13:00 | Qeydiyyata alındı    | |
      | AZS-2026-000001 | Abonent məlumatlarının dəyişdirilməsi | 20 noyabr 2026, 13:00 | İcraya yönləndirildi | |
    Əgər “Geri” düyməsini seçir
    O halda “Yeni müraciət yarat” düyməsi var

  # --- www.e-su.az ---------------------------------------------------------------------------------

  @e-su.az @SDC-001 @SDC-002 @SDC-007 @SDC-008 @SDC-075 @SDC-077 @SDC-078 @ESU-125 @ESU-184 @AMB-30
  Ssenari: “Elektron-Su” portalında xidmət E-xidmətlər siyahısından seçilir
    O halda “e-su.az” portalında “Abonent məlumatlarının dəyişdirilməsi” xidmətinə yol belədir:
      | www.e-su.az                           |
      | E-xidmətlər                           |
      | Abonent məlumatlarının dəyişdirilməsi |
    Və “e-su.az” portalında “Borcun araşdırılması üzrə müraciət” xidmətinə yol belədir:
      | www.e-su.az                        |
      | E-xidmətlər                        |
      | Borcun araşdırılması üzrə müraciət |

  @e-su.az @SDC-076 @DIF-11
  Ssenari: “Asan Login” pəncərəsində giriş xidmət seçilməzdən əvvəl soruşulur
    O halda “e-su.az” portalında “Abonent məlumatlarının dəyişdirilməsi” xidmətinin giriş pəncərəsi “Asan Login” belədir:
      | Asan imza              |
      | Elektron imza          |
      | İdentifikasiya nömrəsi |
    Və “e-su.az” portalında “Abonent məlumatlarının dəyişdirilməsi” xidməti üçün giriş “xidmət seçilməzdən əvvəl” soruşulur

  @e-su.az @SDC-076
  Ssenarinin strukturu: “Asan Login” pəncərəsinin hər giriş vasitəsi ilə daxil olmaq mümkündür
    Əgər “Aysel” “e-su.az” portalında “<vasitə>” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    O halda “Təsdiq” düyməsi var

    Nümunələr:
      | vasitə                 |
      | Asan imza              |
      | Elektron imza          |
      | İdentifikasiya nömrəsi |

  @e-su.az @SDC-079 @SDC-080 @SDC-081 @DIF-01 @DIF-02 @DIF-03 @AMB-04
  Ssenari: Qaydalar soruşulmadan kod profildə qeydiyyatdan keçmiş kodlardan seçilir
    Tutaq ki “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    O halda “Abonent məlumatlarının dəyişdirilməsi” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ    | ad           |
      | siyahı | Abonent kodu |
      | düymə  | Təsdiq       |
    Və “Abonent kodu” siyahısında bunlar var:
      | 2030405060 |
      | 5060708090 |
    Əgər “Təsdiq” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Bu sahəni doldurun.” xəbərdarlığı göstərilir

  @e-su.az @SDC-080 @SDC-081
  Ssenari: Profildə olmayan kod seçilə bilməz
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Abonent kodu” siyahısından “2030405060” seçir
    Və “Təsdiq” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Siyahıdan seçin.” xəbərdarlığı göstərilir

  @e-su.az @SDC-079 @SDC-080 @ours
  Ssenari: Profildə kod yoxdursa, bu bildirilir
    Tutaq ki “Nigar” “e-su.az” portalında “Asan imza” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Əgər “Təsdiq” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Bu siyahıda seçiləcək heç nə yoxdur.” xəbərdarlığı göstərilir

  @e-su.az @SDC-079 @SDC-080 @ours
  Ssenari: Profildə qalmış, amma ləğv edilmiş kodla müraciət etmək olmur
    Tutaq ki abonent bazasında “1020304050” kodu ləğv edilib
    Və “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Əgər “Abonent kodu” siyahısından “1020304050” seçir
    Və “Təsdiq” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Abonent kodu düzgün deyil.” xəbərdarlığı göstərilir

  @e-su.az @SDC-079 @SDC-080 @ESU-185 @AMB-20
  Ssenari: e-su.az-da da qeyri-əhali abonenti elektron müraciət edə bilmir
    Tutaq ki “Orxan” “e-su.az” portalında “Asan imza” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Əgər “Abonent kodu” siyahısından “4050607080” seçir
    Və “Təsdiq” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Bu xidmət üzrə elektron formada yalnız əhali kateqoriyalı abonentlər müraciət edə bilərlər. Digər abonentlər ASAN xidmət, ASAN kommunal mərkəzlərinə və ya rayon Sukanal idarələrinə müraciət edə bilərlər.” xəbərdarlığı göstərilir

  @e-su.az @SDC-079 @SDC-080 @ours
  Ssenari: Seçilən kod abonent bazasında yoxlanılır
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “abonent bazası” 1 dəfə “əlçatan deyil”
    Əgər “Abonent kodu” siyahısından “1020304050” seçir
    Və “Təsdiq” düyməsini seçir
    O halda pəncərədə “Xidmət hazırda əlçatan deyil. Bir qədər sonra yenidən cəhd edin.” xəbərdarlığı göstərilir
    Və “Abonent kodu” sahəsində “1020304050” qalıb

  @e-su.az @SDC-042 @SDC-043 @SDC-044 @SDC-081 @SDC-082 @SDC-083 @SDC-084 @SDC-086 @DIF-05 @DIF-06 @DIF-07 @AMB-05 @AMB-07 @AMB-59 @ours
  Ssenari: “Təsdiq” cari məlumatları göstərmədən e-gov.az-dakı doqquz sahəni və təsdiq seçimini açır
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Abonent kodu” siyahısından “1020304050” seçir
    Və “Təsdiq” düyməsini seçir
    O halda “Abonent məlumatlarının dəyişdirilməsi” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ     | ad                                                               |
      | mətn    | Qeydiyyatda olan şəxsin FİN kodu                                 |
      | mətn    | Ünvan                                                            |
      | rəqəm   | Ailə tərkibi                                                     |
      | siyahı  | Xidmət növü                                                      |
      | fayl    | Mülkiyyət hüququnu təsdiq edən sənəd                             |
      | fayl    | Mənzil istismar sahəsindən ailə tərkibi haqqında arayışın surəti |
      | fayl    | İstifadə hüququnu təsdiq edən sənədin surəti                     |
      | mətn    | Elektron poçt ünvanı                                             |
      | mətn    | Telefon nömrəsi                                                  |
      | seçim   | Daxil edilən məlumatların düzgünlüyünü təsdiq edirəm             |
      | bölmə   | Seçilmiş kod                                                     |
      | məlumat | Abonent kodu                                                     |
      | düymə   | Müraciət göndər                                                  |
      | düymə   | Geri                                                             |
    Və “Abonent kodu” qarşısında “1020304050” göstərilir
    Və “Ünvan” sahəsində “Bakı şəhəri, Nümunə küçəsi 1, mənzil 5” qalıb
    Və “Ailə tərkibi” sahəsində “4” qalıb
    Və “Xidmət növü” sahəsində “Su təchizatı” qalıb

  @e-su.az @SDC-084 @SDC-085 @SDC-086 @DIF-06
  Ssenari: Düzgünlük təsdiq edilmədən göndərmək olmur
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Müraciət göndər” düyməsi olan pəncərəyə qədər gedir
    O halda “Müraciət göndər” düyməsi hələ bağlıdır
    Və “Müraciət göndər” düyməsi bundan sonra açılır: “Daxil edilən məlumatların düzgünlüyünü təsdiq edirəm”
    Əgər qalan sahələri nümunələrlə doldurur
    Və “Daxil edilən məlumatların düzgünlüyünü təsdiq edirəm” seçimini götürür
    Və “Müraciət göndər” düyməsini seçir
    O halda “Daxil edilən məlumatların düzgünlüyünü təsdiq edirəm” sahəsində “Davam etmək üçün bu seçimi edin.” xəbərdarlığı göstərilir
    Və cəmi 0 müraciət qeydiyyata alınıb
    Əgər “Daxil edilən məlumatların düzgünlüyünü təsdiq edirəm” seçimini edir
    Və “Müraciət göndər” düyməsini seçir
    O halda cəmi 1 müraciət qeydiyyata alınıb

  @e-su.az @SDC-082 @SDC-083 @SDC-088
  Ssenari: e-su.az-da bütün səhvlər birlikdə göstərilir, uğur məlumatı verilmir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Müraciət göndər” düyməsi olan pəncərəyə qədər gedir
    Və “Ünvan” sahəsinə “” yazır
    Və “Ailə tərkibi” sahəsinə “sıfır” yazır
    Və “Xidmət növü” siyahısından “isti su” seçir
    Əgər “Müraciət göndər” düyməsini seçir
    O halda “Abonent məlumatlarının dəyişdirilməsi” pəncərəsi açıqdır
    Və “Qeydiyyatda olan şəxsin FİN kodu” sahəsində “FİN daxil edilməyib.” xəbərdarlığı göstərilir
    Və “Ünvan” sahəsində “Ünvan daxil edilməyib.” xəbərdarlığı göstərilir
    Və “Ailə tərkibi” sahəsində “Nəfər sayı rəqəmlə yazılmalıdır, məsələn: 4.” xəbərdarlığı göstərilir
    Və “Xidmət növü” sahəsində “Siyahıdan seçin.” xəbərdarlığı göstərilir
    Və “Mülkiyyət hüququnu təsdiq edən sənəd” sahəsində “Fayl yüklənməyib.” xəbərdarlığı göstərilir
    Və “Mənzil istismar sahəsindən ailə tərkibi haqqında arayışın surəti” sahəsində “Fayl yüklənməyib.” xəbərdarlığı göstərilir
    Və “İstifadə hüququnu təsdiq edən sənədin surəti” sahəsində “Fayl yüklənməyib.” xəbərdarlığı göstərilir
    Və “Elektron poçt ünvanı” sahəsində “Elektron poçt ünvanı daxil edilməyib.” xəbərdarlığı göstərilir
    Və “Telefon nömrəsi” sahəsində “Telefon nömrəsi daxil edilməyib.” xəbərdarlığı göstərilir
    Və cəmi 0 müraciət qeydiyyata alınıb

  @e-su.az @SDC-085 @SDC-086 @AMB-03 @ours
  Ssenari: e-su.az-da da göndərməzdən əvvəl yaranan borc ödənilməlidir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Müraciət göndər” düyməsi olan pəncərəyə qədər gedir
    Və qalan sahələri nümunələrlə doldurur
    Və “1020304050” kodunun “4.20” AZN borcu var
    Əgər “Müraciət göndər” düyməsini seçir
    O halda pəncərədə “Ödənilməmiş borc var: 4,20 AZN.” xəbərdarlığı göstərilir
    Və cəmi 0 müraciət qeydiyyata alınıb
    Əgər “Geri” düyməsini seçir
    O halda “Abonent kodu” sahəsində “1020304050” qalıb
    Əgər “Təsdiq” düyməsini seçir
    O halda “Abonentin borcu” pəncərəsi açıqdır

  @e-su.az @SDC-086 @SDC-087 @SDC-088 @DIF-08 @AMB-06
  Ssenari: “Müraciət göndər” qeydiyyata alır və qısa məlumat verir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Müraciət göndər” düyməsi olan pəncərəyə qədər gedir
    Və qalan sahələri nümunələrlə doldurur
    Əgər “Müraciət göndər” düyməsini seçir
    O halda “Abonent məlumatlarının dəyişdirilməsi” pəncərəsi açıqdır
    Və ekranda bu məlumat verilir:
      """
      Müraciətiniz qeydə alındı. Müraciət nömrəniz: _XX_
      """
    Və müraciət “e-su.az” portalından göndərilib
    Və “Aysel” müraciətin statusunu “Qeydiyyata alındı” kimi görür
    Və müraciətin izahında “Müraciətiniz qeydiyyata alınıb.” yazılıb

  @e-su.az @SDC-088
  Ssenari: e-su.az-da qeydiyyat alınmadıqda uğur məlumatı verilmir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Müraciət göndər” düyməsi olan pəncərəyə qədər gedir
    Və qalan sahələri nümunələrlə doldurur
    Və “müraciətlər reyestri” 1 dəfə “əlçatan deyil”
    Əgər “Müraciət göndər” düyməsini seçir
    O halda pəncərədə “Müraciətiniz qeydiyyata alınmadı. Bir qədər sonra yenidən cəhd edin.” xəbərdarlığı göstərilir
    Və “Elektron poçt ünvanı” sahəsində “aysel@example.com” qalıb
    Və cəmi 0 müraciət qeydiyyata alınıb

  # Borc şərti e-su.az üçün təlimatda deyilmir: xidmətin qaydası sayılıb.
  @e-su.az @SDC-081 @DIF-04 @AMB-03 @ours
  Ssenari: e-su.az-da da borcu olan abonentdən borcun ödənilməsi istənilir
    Tutaq ki “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Abonent kodu” siyahısından “2030405060” seçir
    Və “Təsdiq” düyməsini seçir
    O halda “Abonentin borcu” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ     | ad                                                |
      | yazı    | Əməliyyatı davam etdirə bilmək üçün borcu ödəyin. |
      | bölmə   | Borc barədə məlumat                               |
      | məlumat | Abonent kodu                                      |
      | məlumat | Borcun məbləği                                    |
      | düymə   | Borcu ödə                                         |
      | düymə   | Geri                                              |
    Və “Borcun məbləği” qarşısında “29,15 AZN” göstərilir
    Əgər “Geri” düyməsini seçir
    O halda “Təsdiq” düyməsi var

  @e-su.az @SDC-081 @AMB-03 @AMB-55 @ours
  Ssenari: e-su.az-da borc ödənildikdən sonra həmin müraciət davam edir
    Tutaq ki “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Abonent kodu” siyahısından “2030405060” seçir
    Və “Təsdiq” düyməsini seçir
    Əgər “Borcu ödə” düyməsini seçir
    O halda ödəniş səhifəsi açılır
    Əgər abonent ödəniş səhifəsindən qayıdır
    O halda “Borcun ödənilməsi” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ     | ad                                                                         |
      | yazı    | Ödəniş səhifəsində borcu ödədikdən sonra əməliyyatı buradan davam etdirin. |
      | bölmə   | Borc barədə məlumat                                                        |
      | məlumat | Abonent kodu                                                               |
      | məlumat | Borcun məbləği                                                             |
      | bölmə   | Ödəniş                                                                     |
      | məlumat | Ödənişin vəziyyəti                                                         |
      | keçid   | Ödəniş səhifəsini aç                                                       |
      | düymə   | Davam et                                                                   |
    Əgər “Davam et” düyməsini seçir
    O halda pəncərədə “Ödənişin nəticəsi hələ bəlli deyil. Bir qədər sonra yenidən yoxlayın.” xəbərdarlığı göstərilir
    Əgər abonent ödəniş səhifəsində “imtina edir”
    Və “Davam et” düyməsini seçir
    O halda “Abonentin borcu” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ     | ad                                                |
      | yazı    | Əməliyyatı davam etdirə bilmək üçün borcu ödəyin. |
      | bölmə   | Borc barədə məlumat                               |
      | məlumat | Abonent kodu                                      |
      | məlumat | Borcun məbləği                                    |
      | bölmə   | Ödəniş                                            |
      | məlumat | Ödənişin vəziyyəti                                |
      | düymə   | Borcu ödə                                         |
      | düymə   | Geri                                              |
    Və “Ödənişin vəziyyəti” qarşısında “Həyata keçirilməyib” göstərilir
    Əgər “Borcu ödə” düyməsini seçir
    Və abonent ödəniş səhifəsində “ödəyir”
    Və “Davam et” düyməsini seçir
    O halda “Müraciət göndər” düyməsi var
    Və “Abonent kodu” qarşısında “2030405060” göstərilir
    Və “2030405060” koduna portaldan cəmi “29.15” AZN ödəniş yazılıb

  @e-su.az @AMB-03 @ours
  Ssenari: e-su.az-da borc bu müddətdə başqa yerdə ödənilibsə, yenidən ödəniş istənilmir
    Tutaq ki “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Abonent kodu” siyahısından “2030405060” seçir
    Və “Təsdiq” düyməsini seçir
    Və “2030405060” kodunun “0.00” AZN borcu var
    Əgər “Borcu ödə” düyməsini seçir
    O halda “Müraciət göndər” düyməsi var

  @e-su.az @AMB-03 @ours
  Ssenari: e-su.az-da da ödəniş qəbul edilmədikdə pul qaytarılır, borc yeni müraciətdə ödənilir
    Tutaq ki “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Abonent kodu” siyahısından “2030405060” seçir
    Və “Təsdiq” düyməsini seçir
    Və “Borcu ödə” düyməsini seçir
    Və abonent ödəniş səhifəsində “ödəyir”
    Və “hesablaşma sistemi” 1 dəfə “rədd edir”
    Əgər “Davam et” düyməsini seçir
    Və “Borcu ödə” düyməsini seçir
    O halda ödəniş səhifəsi açılmır
    Və pəncərədə “Ödəniş qəbul edilmədi, məbləğ kartınıza qaytarılır. Borcu yenidən ödəmək üçün yeni müraciət yaradın.” xəbərdarlığı göstərilir
    Və ödəyənə cəmi “29.15” AZN qaytarılıb

  @e-su.az @AMB-03
  Ssenari: e-su.az-da borc şərti söndürülə bilər, e-gov.az-da qalır
    Tutaq ki “e-su.az portalında borc ödənilmədən müraciət edilmir” qaydası tətbiq edilmir
    Və “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Abonent kodu” siyahısından “2030405060” seçir
    Və “Təsdiq” düyməsini seçir
    O halda “Müraciət göndər” düyməsi var
    Əgər “Kamran” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və “Yeni müraciət yarat” düyməsi olan pəncərəyə qədər gedir
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Davam et” düyməsini seçir
    O halda “Abonentin borcu” pəncərəsi açıqdır

  @e-su.az @SDC-089 @DIF-09 @AMB-09
  Ssenari: Status “Bildiriş və müraciətlər” → “Müraciətlər” bölməsində izlənir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və müraciət “İlkin araşdırma aparılır” statusuna çatdırılır
    O halda “e-su.az” portalında “Müraciətlər” bölməsində müraciətin statusu “İlkin araşdırma aparılır”
    Və “e-su.az” portalında statuslara yol belədir:
      | Bildiriş və müraciətlər |
      | Müraciətlər             |
    Və “e-gov.az” portalında “Müraciətin statusunu yoxla” bölməsində bu müraciət yoxdur

  @e-su.az @SDC-090 @SDC-091 @SDC-092 @DIF-10
  Ssenari: e-su.az-da qeydiyyat və yönləndirmə də üç vasitə ilə bildirilir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və müraciət “Qeydiyyata alındı” statusuna çatdırılır
    Və sistem növbədəki işləri görür
    O halda abonentə “Müraciət qeydiyyata alındı” mövzulu cəmi 1 elektron poçt göndərilib
    Və abonentə “elektron poçt” vasitəsilə bu bildiriş göndərilir:
      """
      “Abonent məlumatlarının dəyişdirilməsi” xidməti ilə göndərdiyiniz müraciət qeydiyyata alındı.
      Müraciət nömrəniz: _XX_
      """
    Və abonentə “portal” vasitəsilə bu bildiriş göndərilir:
      """
      “Abonent məlumatlarının dəyişdirilməsi” xidməti ilə göndərdiyiniz müraciət qeydiyyata alındı.
      Müraciət nömrəniz: _XX_
      """
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      Müraciətiniz qeydiyyata alındı. Nömrə: _XX_
      """
    Və abonentə “Müraciət icraya yönləndirildi” mövzulu cəmi 1 elektron poçt göndərilib
    Və abonentə “portal” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz “Azərsu” ASC-nin aidiyyəti əməkdaşlarına icra üçün yönləndirildi.
      """
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz icraya yönləndirildi.
      """
    Və abonentə “elektron poçt” vasitəsilə cəmi 2 bildiriş göndərilib
    Və abonentə “sms” vasitəsilə cəmi 2 bildiriş göndərilib
    Və abonentə “portal” vasitəsilə cəmi 2 bildiriş göndərilib

  @e-su.az @SDC-090 @SDC-091 @SDC-092 @DIF-10
  Ssenarinin strukturu: e-su.az-dan göndərilən müraciətin hər statusu üç vasitə ilə bildirilir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və müraciət “<status>” statusuna çatdırılır
    Və sistem növbədəki işləri görür
    O halda abonentə “Müraciətin statusu dəyişdi” mövzulu cəmi <sayı> elektron poçt göndərilib
    Və abonentə “elektron poçt” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətinizin yeni statusu: <status>
      """
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətinizin yeni statusu: <status>
      """
    Və abonentə “portal” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətinizin yeni statusu: <status>
      """

    Nümunələr:
      | status                   | sayı |
      | İlkin araşdırma aparılır | 1    |
      | Yerində araşdırılır      | 2    |
      | Məlumatlar dəyişdirilir  | 2    |
      | Dəyişiklik gecikir       | 3    |

  @e-su.az @SDC-090 @SDC-091 @SDC-092 @DIF-10 @DIF-20 @AMB-14
  Ssenarinin strukturu: e-su.az-da işin sonu üç vasitə ilə bildirilir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Abonent məlumatlarının dəyişdirilməsi” xidmətini açır
    Və müraciət “<status>” statusuna çatdırılır
    Və sistem növbədəki işləri görür
    O halda abonentə “<mövzu>” mövzulu cəmi 1 elektron poçt göndərilib
    Və abonentə “elektron poçt” vasitəsilə bu bildiriş göndərilir:
      """
      <məktub>
      """
    Və abonentə “portal” vasitəsilə bu bildiriş göndərilir:
      """
      <məktub>
      """
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      <sms>
      """

    Nümunələr:
      | status                   | mövzu                               | məktub | sms |
      | Yekunlaşdı               | Müraciət yekunlaşdı                 | _XX_ nömrəli müraciətiniz üzrə iş yekunlaşdı, məlumatlarınız abonent bazasında dəyişdirildi. | _XX_ nömrəli müraciətiniz yekunlaşdı: məlumatlarınız dəyişdirildi. |
      | İcrasından imtina edildi | Müraciətin icrasından imtina edildi | _XX_ nömrəli müraciətinizin icrasından imtina edildi. Səbəb: Mülkiyyət hüququnu təsdiq edən sənəd oxunmur. | _XX_ nömrəli müraciətinizin icrasından imtina edildi. Səbəb: Mülkiyyət hüququnu təsdiq edən sənəd oxunmur. |

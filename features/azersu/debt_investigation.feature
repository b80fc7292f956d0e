# language: az
@debt_investigation
Özəllik: Borcun araşdırılması üzrə müraciət
  Abonent fakturanın xətalı olduğunu iddia edir, sayğacın göstəricisini və şəklini göndərir;
  operator araşdırır, lazım gələndə göstəricilər yerində dəqiqləşdirilir, borca düzəliş
  edilməli olduqda isə daimi fəaliyyət göstərən komissiya qərar verir.
  Mənbə: 001 nömrəli istifadə təlimatı.

  # --- www.e-gov.az: xidmətə giriş ---------------------------------------------------------

  @e-gov.az @DI-001 @DI-002 @DI-003 @DI-006 @DI-007 @DI-008 @DI-009 @DI-010
  Ssenari: “Elektron hökumət” portalında xidmət “Azərsu” ASC-nin siyahısından seçilir
    O halda “e-gov.az” portalında “Borcun araşdırılması üzrə müraciət” xidmətinə yol belədir:
      | E-XİDMƏTLƏR                                         |
      | BÜTÜN XİDMƏTLƏR                                     |
      | “Azərsu” ASC-nin təqdim etdiyi elektron xidmətlər   |
      | Borcun araşdırılması üzrə müraciət                  |

  @azersu.az @DI-001 @DI-004 @DI-006 @AMB-10 @AMB-11 @AMB-67
  Ssenari: Cəmiyyətin saytındakı keçid eyni xidmətə aparır
    O halda “azersu.az” portalında “Borcun araşdırılması üzrə müraciət” xidmətinə yol belədir:
      | Elektron xidmətlər                 |
      | Borcun araşdırılması üzrə müraciət |
    Və “azersu.az” portalında “Borcun araşdırılması üzrə müraciət” xidmətinin giriş pəncərəsi “Giriş vasitəsini seçin” belədir:
      | İdentifikasiya nömrəsi ilə       |
      | SİMA imza ilə                    |
      | Asan imza ilə                    |
      | SİMA Token (Elektron imza) ilə   |
      | BSXM Elektron İmza ilə           |
    Əgər “Aysel” “azersu.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    O halda “Borcun araşdırılması üzrə müraciət” pəncərəsi açıqdır
    Və “Yeni müraciət yarat” düyməsi var
    Əgər müraciət “Qeydiyyata alındı” statusuna çatdırılır
    O halda müraciət “azersu.az” portalından göndərilib
    Və “e-gov.az” portalında “Müraciətin statusunu yoxla” bölməsində müraciətin statusu “Qeydiyyata alındı”
    Və “e-su.az” portalında “Müraciətlər” bölməsində müraciətin statusu “Qeydiyyata alındı”
    Əgər sistem növbədəki işləri görür
    O halda abonentə “sms” vasitəsilə cəmi 2 bildiriş göndərilib

  @e-gov.az @DI-011 @DI-012 @DI-013 @DI-014 @DI-015 @DI-016 @DIF-11 @AMB-12 @AMB-13 @DIF-24
  Ssenari: Xidmət seçildikdən sonra beş giriş vasitəsindən biri seçilir
    O halda “e-gov.az” portalında “Borcun araşdırılması üzrə müraciət” xidmətinin giriş pəncərəsi “Giriş vasitəsini seçin” belədir:
      | İdentifikasiya nömrəsi ilə       |
      | SİMA imza ilə                    |
      | Asan imza ilə                    |
      | SİMA Token (Elektron imza) ilə   |
      | BSXM Elektron İmza ilə           |
    Və “e-gov.az” portalında “Borcun araşdırılması üzrə müraciət” xidməti üçün giriş “xidmət seçildikdən sonra” soruşulur

  @e-gov.az @DI-011 @DI-012 @DI-013 @DI-014 @DI-015 @DI-016
  Ssenarinin strukturu: Hər giriş vasitəsi ilə daxil olmaq mümkündür
    Əgər “Aysel” “e-gov.az” portalında “<vasitə>” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    O halda “Yeni müraciət yarat” düyməsi var

    Nümunələr:
      | vasitə                         |
      | İdentifikasiya nömrəsi ilə     |
      | SİMA imza ilə                  |
      | Asan imza ilə                  |
      | SİMA Token (Elektron imza) ilə |
      | BSXM Elektron İmza ilə         |

  @e-gov.az @DI-017 @DI-018 @DI-019 @DI-020 @DIF-18 @AMB-04
  Ssenari: Girişdən dərhal sonra, qaydalar göstərilmədən, iki bölmə açılır
    Əgər “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    O halda “Borcun araşdırılması üzrə müraciət” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ   | ad                          |
      | düymə | Yeni müraciət yarat         |
      | düymə | Müraciətin statusunu yoxla  |

  # --- www.e-gov.az: abonent kodu və xətalı faktura ----------------------------------------

  @e-gov.az @DI-019 @DI-021 @DI-022 @DI-024 @DIF-12 @DIF-28
  Ssenari: Yeni müraciətdə əvvəlcə abonent kodu yazılır
    Əgər “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Yeni müraciət yarat” düyməsini seçir
    O halda “Yeni müraciət yarat” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ   | ad           |
      | mətn  | Abonent kodu |
      | düymə | Yoxla        |

  @e-gov.az @DI-022 @DI-023 @DI-025 @DI-026 @DI-029 @DI-030 @DIF-13 @AMB-19 @AMB-63
  Ssenari: Kod düzgün olduqda xətalı faktura siyahısı açılır
    Əgər “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “1020304050” yazır
    Və “Yoxla” düyməsini seçir
    O halda heç bir xəbərdarlıq göstərilmir
    Və “Yeni müraciət yarat” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ   | ad                     |
      | mətn  | Abonent kodu           |
      | siyahı | Xətalı faktura nömrəsi |
      | düymə | Yoxla                  |
      | düymə | Davam et               |
    Və “Xətalı faktura nömrəsi” siyahısında bunlar var:
      | F-2020-09-4050 (sentyabr 2020, 3,50 AZN) |
      | F-2020-08-4050 (avqust 2020, 3,50 AZN)   |
      | F-2020-07-4050 (iyul 2020, 3,85 AZN)     |
      | F-2020-06-4050 (iyun 2020, 2,10 AZN)     |
      | F-2020-04-4050 (aprel 2020, 11,20 AZN)   |
      | F-2020-03-4050 (mart 2020, 5,25 AZN)     |
      | F-2020-02-4050 (fevral 2020, 6,65 AZN)   |
      | F-2020-01-4050 (yanvar 2020, 6,65 AZN)   |
      | F-2019-12-4050 (dekabr 2019, 59,85 AZN)  |
      | F-2019-11-4050 (noyabr 2019, 4,90 AZN)   |
    Və “Davam et” düyməsi hələ bağlıdır
    Və “Davam et” düyməsi bundan sonra açılır: “Xətalı faktura nömrəsi”
    Və “Yoxla” düyməsi açıqdır

  @e-gov.az @DI-027 @DI-028 @AMB-62
  Ssenari: Bir müraciətdə bir xətalı faktura seçilir
    Əgər “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Davam et” düyməsi olan pəncərəyə qədər gedir
    O halda “Xətalı faktura nömrəsi” sahəsinin izahı belədir:
      """
      Xətalı faktura nömrəsi ünvanlarda oxuma nəticəsində yaranan və abonentlərə təqdim olunan
      fakturadakı məlumatların xətalı olması iddia edilən fakturanın nömrəsidir.
      """
    Əgər “Xətalı faktura nömrəsi” siyahısından “F-2020-09-4050” seçir
    Və “Xətalı faktura nömrəsi” siyahısından “F-2020-07-4050” seçir
    Və “Davam et” düyməsini seçir
    Və müraciət “Qeydiyyata alındı” statusuna çatdırılır
    O halda müraciətdə “Xətalı faktura nömrəsi” “F-2020-07-4050” kimi qeyd olunub

  @e-gov.az @DI-023 @DI-024 @AMB-23 @ours
  Ssenarinin strukturu: Kod düzgün olmadıqda faktura siyahısı açılmır
    Əgər “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “<kod>” yazır
    Və “Yoxla” düyməsini seçir
    O halda “Abonent kodu” sahəsində “<xəbərdarlıq>” xəbərdarlığı göstərilir
    Və “Abonent kodu” sahəsində “<kod>” qalıb
    Və “Xətalı faktura nömrəsi” pəncərədə yoxdur
    Və “Davam et” pəncərədə yoxdur

    Nümunələr:
      | kod              | xəbərdarlıq                                     |
      |                  | Abonent kodu daxil edilməyib.                   |
      | 12A4             | Abonent kodu 1–13 rəqəmdən ibarət olmalıdır.    |
      | 12345678901234   | Abonent kodu 1–13 rəqəmdən ibarət olmalıdır.    |
      | 999              | Abonent kodu düzgün deyil.                      |

  @e-gov.az @DI-023 @DI-024
  Ssenari: Faktura siyahısı açıldıqdan sonra yazılan səhv kod siyahını bağlayır
    Əgər “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Davam et” düyməsi olan pəncərəyə qədər gedir
    Və “Abonent kodu” sahəsinə “12-34” yazır
    Və “Yoxla” düyməsini seçir
    O halda “Xətalı faktura nömrəsi” pəncərədə yoxdur
    Və “Davam et” pəncərədə yoxdur

  @e-gov.az @DI-022 @DI-026 @DI-030
  Ssenari: Kod dəyişdirildikdə əvvəlki kodun fakturası ilə davam etmək olmur
    Əgər “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Davam et” düyməsi olan pəncərəyə qədər gedir
    Və “Xətalı faktura nömrəsi” siyahısından “F-2020-09-4050” seçir
    Və “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Davam et” düyməsini seçir
    O halda “Xətalı faktura nömrəsi” sahəsində “Siyahıdan seçin.” xəbərdarlığı göstərilir
    Və “Abonent kodu” sahəsində “2030405060” qalıb

  @e-gov.az @DI-023 @DI-024 @DI-030
  Ssenari: Kod naməlum kodla dəyişdirildikdə “Davam et” siyahını bağlayır
    Əgər “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Davam et” düyməsi olan pəncərəyə qədər gedir
    Və “Xətalı faktura nömrəsi” siyahısından “F-2020-09-4050” seçir
    Və “Abonent kodu” sahəsinə “999” yazır
    Və “Davam et” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Abonent kodu düzgün deyil.” xəbərdarlığı göstərilir
    Və “Xətalı faktura nömrəsi” pəncərədə yoxdur

  @e-gov.az @DI-025 @DI-030
  Ssenari: Faktura seçilmədən davam etmək olmur
    Əgər “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Davam et” düyməsi olan pəncərəyə qədər gedir
    Və “Davam et” düyməsini seçir
    O halda “Yeni müraciət yarat” pəncərəsi açıqdır
    Və “Xətalı faktura nömrəsi” sahəsində “Bu sahəni doldurun.” xəbərdarlığı göstərilir

  @e-gov.az @DI-023 @AMB-21
  Ssenari: Başqasının adına olan kodla da müraciət etmək olar
    Əgər “Nigar” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “3040506070” yazır
    Və “Yoxla” düyməsini seçir
    O halda “Davam et” düyməsi var

  @e-gov.az @DI-023 @DIF-30 @ours
  Ssenari: Qeyri-əhali abonenti də borcun araşdırılmasını istəyə bilər
    Tutaq ki “Orxan” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Yeni müraciət yarat” düyməsini seçir
    Əgər “Abonent kodu” sahəsinə “4050607080” yazır
    Və “Yoxla” düyməsini seçir
    O halda heç bir xəbərdarlıq göstərilmir
    Və “Davam et” düyməsi var
    Əgər müraciət “Qeydiyyata alındı” statusuna çatdırılır
    O halda müraciətdə “Abonent kodu” “4050607080” kimi qeyd olunub

  @e-gov.az @DI-023 @DI-024 @AMB-21 @ours
  Ssenari: Koddan istifadə məhdudlaşdırıldıqda başqasının koduna naməlum kod kimi cavab verilir
    Tutaq ki abonent kodundan yalnız sahibi istifadə edə bilər
    Əgər “Nigar” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “3040506070” yazır
    Və “Yoxla” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Abonent kodu düzgün deyil.” xəbərdarlığı göstərilir

  @e-gov.az @ours
  Ssenari: Abonent bazası əlçatan olmadıqda yazılanlar itmir
    Tutaq ki “abonent bazası” 1 dəfə “əlçatan deyil”
    Əgər “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “1020304050” yazır
    Və “Yoxla” düyməsini seçir
    O halda pəncərədə “Xidmət hazırda əlçatan deyil. Bir qədər sonra yenidən cəhd edin.” xəbərdarlığı göstərilir
    Və “Abonent kodu” sahəsində “1020304050” qalıb
    Əgər “Yoxla” düyməsini seçir
    O halda “Davam et” düyməsi var

  # --- www.e-gov.az: müraciət forması ------------------------------------------------------

  @e-gov.az @DI-030 @DI-031 @DI-032 @DI-033 @DI-035 @DI-036 @DI-037 @DI-038 @DI-040 @DI-041 @DI-042 @DIF-15 @DIF-18 @ours @DIF-27 @DIF-33
  Ssenari: “Davam et” borc soruşmadan müraciət formasını açır
    Əgər “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Davam et” düyməsi olan pəncərəyə qədər gedir
    Və “Xətalı faktura nömrəsi” siyahısından “F-2019-12-4050” seçir
    Və “Davam et” düyməsini seçir
    O halda “Borcun araşdırılması üzrə müraciət” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ     | ad                     |
      | siyahı  | Müraciət səbəbi        |
      | rəqəm   | Sayğacın göstəricisi   |
      | fayl    | Sayğacın şəkli         |
      | mətn    | Telefon nömrəsi        |
      | mətn    | Elektron poçt ünvanı   |
      | bölmə   | Seçilmiş faktura       |
      | məlumat | Abonent kodu           |
      | məlumat | Xətalı faktura nömrəsi |
      | bölmə   | Sayğac məlumatları     |
      | məlumat | Göstəricinin tarixi    |
      | düymə   | Müraciət et            |
    Və “Abonent kodu” qarşısında “1020304050” göstərilir
    Və “Xətalı faktura nömrəsi” qarşısında “F-2019-12-4050 (dekabr 2019, 59,85 AZN)” göstərilir
    Və “Göstəricinin tarixi” qarşısında “20.11.2026” göstərilir
    Və “Sayğacın göstəricisi” sahəsi “Sayğac məlumatları” bölməsindədir
    Və “Sayğacın şəkli” sahəsi “Sayğac məlumatları” bölməsindədir

  @e-gov.az @DI-036 @DI-039
  Ssenari: Sayğac məlumatlarının yanında izah var
    Əgər “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Müraciət et” düyməsi olan pəncərəyə qədər gedir
    O halda “Sayğacın göstəricisi” sahəsinin izahı belədir:
      """
      Sayğacın müraciət göndərilən günə olan göstəricisi.
      """
    Və “Sayğacın göstəricisi” sahəsinin vahidi “m³”
    Və “Sayğacın şəkli” sahəsinin izahı belədir:
      """
      Şəkildə sayğacın göstəricisi görünməlidir.
      """

  @e-gov.az @DI-033 @DI-034
  Ssenari: Müraciət səbəbi şablon müraciətlərdən seçilir
    Əgər “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Müraciət et” düyməsi olan pəncərəyə qədər gedir
    O halda “Müraciət səbəbi” siyahısında bunlar var:
      | Sayğacın göstəricisi düzgün qeyd olunmayıb            |
      | Faktura başqa abonentin sayğacı üzrə hesablanıb       |
      | Edilmiş ödəniş nəzərə alınmayıb                       |
      | Sərfiyyat digər aylarla müqayisədə həddindən artıqdır         |
      | Sayğacın dəyişdirilməsi nəzərə alınmayıb |
    Əgər qalan sahələri nümunələrlə doldurur
    Və “Müraciət səbəbi” siyahısından “mənim öz səbəbim” seçir
    Və “Müraciət et” düyməsini seçir
    O halda “Müraciət səbəbi” sahəsində “Siyahıdan seçin.” xəbərdarlığı göstərilir

  @e-gov.az @DI-033 @DI-036 @DI-038 @DI-040 @DI-041 @DI-042
  Ssenari: Boş formada hər sahənin yanında xəbərdarlıq göstərilir
    Əgər “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Müraciət et” düyməsi olan pəncərəyə qədər gedir
    Və “Müraciət et” düyməsini seçir
    O halda “Borcun araşdırılması üzrə müraciət” pəncərəsi açıqdır
    Və “Müraciət səbəbi” sahəsində “Bu sahəni doldurun.” xəbərdarlığı göstərilir
    Və “Sayğacın göstəricisi” sahəsində “Sayğacın göstəricisi daxil edilməyib.” xəbərdarlığı göstərilir
    Və “Sayğacın şəkli” sahəsində “Fayl yüklənməyib.” xəbərdarlığı göstərilir
    Və “Telefon nömrəsi” sahəsində “Telefon nömrəsi daxil edilməyib.” xəbərdarlığı göstərilir
    Və “Elektron poçt ünvanı” sahəsində “Elektron poçt ünvanı daxil edilməyib.” xəbərdarlığı göstərilir

  @e-gov.az @DI-036
  Ssenarinin strukturu: Göstərici mənfi olmayan rəqəm olmalıdır
    Əgər “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Müraciət et” düyməsi olan pəncərəyə qədər gedir
    Və “Sayğacın göstəricisi” sahəsinə “<göstərici>” yazır
    Və qalan sahələri nümunələrlə doldurur
    Və “Müraciət et” düyməsini seçir
    O halda “Sayğacın göstəricisi” sahəsində “<xəbərdarlıq>” xəbərdarlığı göstərilir
    Və “Sayğacın göstəricisi” sahəsində “<göstərici>” qalıb

    Nümunələr:
      | göstərici | xəbərdarlıq                                                          |
      | min       | Sayğacın göstəricisi rəqəmlə yazılmalıdır, məsələn: 1234 və ya 1234,5. |
      | -5        | Sayğacın göstəricisi mənfi ola bilməz.                               |

  @e-gov.az @DI-038 @AMB-65
  Ssenarinin strukturu: Sayğacın şəkli şəkil faylı olmalıdır
    Əgər “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Müraciət et” düyməsi olan pəncərəyə qədər gedir
    Və “Sayğacın şəkli” sahəsinə “<fayl>” yükləyir
    Və qalan sahələri nümunələrlə doldurur
    Və “Müraciət et” düyməsini seçir
    O halda “Sayğacın şəkli” sahəsində “<xəbərdarlıq>” xəbərdarlığı göstərilir
    Və “Sayğacın şəkli” sahəsində “” qalıb

    Nümunələr:
      | fayl            | xəbərdarlıq                                                        |
      | mətn faylı      | Fayl zədələnib və ya şəkil deyil. Qəbul edilən növlər: JPEG, PNG.  |
      | boş fayl        | Fayl boşdur.                                                       |
      | 11 MB-lıq şəkil | Faylın həcmi 10 MB-dan çox olmamalıdır.                            |

  @e-gov.az @DI-040 @DI-041
  Ssenari: Səhv telefon və səhv poçt ünvanı birlikdə göstərilir, qalanlar itmir
    Əgər “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Müraciət et” düyməsi olan pəncərəyə qədər gedir
    Və “Telefon nömrəsi” sahəsinə “12” yazır
    Və “Elektron poçt ünvanı” sahəsinə “aysel(at)example.com” yazır
    Və qalan sahələri nümunələrlə doldurur
    Və “Müraciət et” düyməsini seçir
    O halda “Telefon nömrəsi” sahəsində “Telefon nömrəsi düzgün deyil. Belə yazın: 050 123 45 67.” xəbərdarlığı göstərilir
    Və “Elektron poçt ünvanı” sahəsində “Elektron poçt ünvanı düzgün deyil.” xəbərdarlığı göstərilir
    Və “Sayğacın göstəricisi” sahəsində “1254” qalıb
    Və “Sayğacın şəkli” sahəsində “sayğac.png” qalıb
    Və “Telefon nömrəsi” sahəsində “12” qalıb

  # --- www.e-gov.az: təsdiq və qeydiyyat ---------------------------------------------------

  @e-gov.az @DI-042 @DI-043 @DIF-14 @AMB-05 @AMB-18
  Ssenari: “Müraciət et” təsdiq soruşur, hələ heç nə qeydiyyata alınmır
    Əgər “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Müraciət et” düyməsi olan pəncərəyə qədər gedir
    Və qalan sahələri nümunələrlə doldurur
    Və “Müraciət et” düyməsini seçir
    O halda “Təsdiq” pəncərəsi açıqdır
    Və dialoq pəncərəsində “Daxil edilən məlumatların düzgünlüyünü təsdiq edirsiniz?” soruşulur
    Və pəncərədə yalnız bunlar var:
      | növ   | ad                                                       |
      | yazı  | Daxil edilən məlumatların düzgünlüyünü təsdiq edirsiniz? |
      | düymə | Təsdiq et                                                |
      | düymə | İmtina                                                   |
    Və cəmi 0 müraciət qeydiyyata alınıb

  @e-gov.az @DI-045 @DI-046 @AMB-74
  Ssenari: “İmtina” yenidən yoxlamaq üçündür, yazılanlar formada qalır
    Əgər “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Müraciət et” düyməsi olan pəncərəyə qədər gedir
    Və “Müraciət səbəbi” siyahısından “Edilmiş ödəniş nəzərə alınmayıb” seçir
    Və qalan sahələri nümunələrlə doldurur
    Və “Müraciət et” düyməsini seçir
    Və “İmtina” düyməsini seçir
    O halda “Borcun araşdırılması üzrə müraciət” pəncərəsi açıqdır
    Və heç bir xəbərdarlıq göstərilmir
    Və cəmi 0 müraciət qeydiyyata alınıb
    Və “Müraciət səbəbi” sahəsində “Edilmiş ödəniş nəzərə alınmayıb” qalıb
    Və “Xətalı faktura nömrəsi” qarşısında “F-2020-09-4050 (sentyabr 2020, 3,50 AZN)” göstərilir
    Və “Sayğacın göstəricisi” sahəsində “1254” qalıb
    Və “Sayğacın şəkli” sahəsində “sayğac.png” qalıb
    Və “Telefon nömrəsi” sahəsində “050 200 10 20” qalıb
    Və “Elektron poçt ünvanı” sahəsində “aysel@example.com” qalıb
    Əgər “Müraciət et” düyməsini seçir
    Və “Təsdiq et” düyməsini seçir
    O halda cəmi 1 müraciət qeydiyyata alınıb

  @e-gov.az @DI-044 @DI-047 @DI-048 @DI-049 @DI-050 @DI-051 @DIF-16 @DIF-17 @DIF-19 @AMB-06 @AMB-08 @AMB-75 @DIF-27
  Ssenari: “Təsdiq et” müraciəti qeydiyyata alır və nömrəsini göstərir
    Əgər “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Təsdiq et” düyməsi olan pəncərəyə qədər gedir
    Və “Təsdiq et” düyməsini seçir
    O halda “Borcun araşdırılması üzrə müraciət” pəncərəsi açıqdır
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
    O halda abonentə “Müraciət qeydiyyata alındı” mövzulu cəmi 1 elektron poçt göndərilib
    Və abonentə “elektron poçt” vasitəsilə bu bildiriş göndərilir:
      """
      “Borcun araşdırılması üzrə müraciət” xidməti ilə göndərdiyiniz müraciət qeydiyyata alındı.
      Müraciət nömrəniz: _XX_
      """
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      Müraciətiniz qeydiyyata alındı. Nömrə: _XX_
      """
    Və abonentə “portal” vasitəsilə cəmi 0 bildiriş göndərilib

  @e-gov.az @DI-038 @DI-039 @DI-048 @DI-056
  Ssenari: Göndərilən məlumatlar müraciətdə saxlanılır
    Əgər “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və müraciət “Qeydiyyata alındı” statusuna çatdırılır
    O halda müraciətdə “Abonent kodu” “1020304050” kimi qeyd olunub
    Və müraciətdə “Sayğacın göstəricisi” “1254” kimi qeyd olunub
    Və müraciətdə “Telefon nömrəsi” “+994502001020” kimi qeyd olunub
    Və müraciətdə “Elektron poçt ünvanı” “aysel@example.com” kimi qeyd olunub
    Və icraçı müraciətin “Sayğacın şəkli” sahəsindəki “sayğac.png” faylını açır

  @e-gov.az @DI-036 @DI-037 @DI-044 @DI-049
  Ssenari: Göstəricinin tarixi göndərilən gündür
    Əgər “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Təsdiq et” düyməsi olan pəncərəyə qədər gedir
    Və 24 saat keçir
    Və “Təsdiq et” düyməsini seçir
    O halda “Borcun araşdırılması üzrə müraciət” pəncərəsi açıqdır
    Və “Sayğacın göstəricisi” sahəsində “Göstərici müraciət göndərilən günə olmalıdır. Yenidən daxil edin.” xəbərdarlığı göstərilir
    Və cəmi 0 müraciət qeydiyyata alınıb
    Əgər “Müraciət et” düyməsini seçir
    Və “Təsdiq et” düyməsini seçir
    O halda “Sayğacın göstəricisi” sahəsində “Göstərici müraciət göndərilən günə olmalıdır. Yenidən daxil edin.” xəbərdarlığı göstərilir
    Əgər “Sayğacın göstəricisi” sahəsinə “1255” yazır
    Və “Müraciət et” düyməsini seçir
    Və “Təsdiq et” düyməsini seçir
    O halda cəmi 1 müraciət qeydiyyata alınıb
    Və müraciətdə “Göstəricinin tarixi” “21.11.2026” kimi qeyd olunub

  @e-gov.az @DI-044 @DI-049
  Ssenari: “Təsdiq et” iki dəfə seçilsə də müraciət birdir
    Əgər “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Təsdiq et” düyməsi olan pəncərəyə qədər gedir
    Və “Təsdiq et” düyməsini ardıcıl 2 dəfə seçir
    O halda cəmi 1 müraciət qeydiyyata alınıb

  @e-gov.az @DI-049
  Ssenarinin strukturu: Qeydiyyat alınmadıqda uğur məlumatı verilmir
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Təsdiq et” düyməsi olan pəncərəyə qədər gedir
    Və “müraciətlər reyestri” 1 dəfə “<nasazlıq>”
    Əgər “Təsdiq et” düyməsini seçir
    O halda “Təsdiq” pəncərəsi açıqdır
    Və pəncərədə “<xəbərdarlıq>” xəbərdarlığı göstərilir
    Əgər “Təsdiq et” düyməsini seçir
    O halda “Borcun araşdırılması üzrə müraciət” pəncərəsi açıqdır
    Və cəmi 1 müraciət qeydiyyata alınıb

    Nümunələr:
      | nasazlıq                                     | xəbərdarlıq |
      | əlçatan deyil                                | Müraciətiniz qeydiyyata alınmadı. Bir qədər sonra yenidən cəhd edin. |
      | vaxtında cavab vermir                        | Müraciətinizin qeydiyyata alınıb-alınmadığı hələ bəlli deyil. Yenidən cəhd edin: ikinci müraciət yaranmayacaq. |
      | işi görür, amma cavabı vaxtından sonra gəlir | Müraciətinizin qeydiyyata alınıb-alınmadığı hələ bəlli deyil. Yenidən cəhd edin: ikinci müraciət yaranmayacaq. |

  @e-gov.az @DI-046
  Ssenari: Yarımçıq qalan müraciət başqa serverdə davam edir
    Əgər “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Təsdiq et” düyməsi olan pəncərəyə qədər gedir
    Və işini yarımçıq saxlayıb başqa serverdə davam etdirir
    O halda “Təsdiq” pəncərəsi açıqdır
    Əgər “İmtina” düyməsini seçir
    O halda “Elektron poçt ünvanı” sahəsində “aysel@example.com” qalıb

  # --- icra: yönləndirmə və araşdırma --------------------------------------------------------

  @e-gov.az @DI-052 @DI-053 @DI-054 @AMB-75 @DIF-31
  Ssenari: Müraciət aidiyyəti əməkdaşlara icra üçün yönləndirilir
    Əgər “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və müraciət “Qeydiyyata alındı” statusuna çatdırılır
    O halda müraciət “Operator” siyahısında deyil
    Əgər sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “İcraya yönləndirildi” kimi görür
    Və müraciətin izahında “Müraciətiniz aidiyyəti əməkdaşlara icra üçün yönləndirilib.” yazılıb
    Və müraciət “Operator” siyahısındadır
    Və abonentə “Müraciət icraya yönləndirildi” mövzulu cəmi 1 elektron poçt göndərilib
    Və abonentə “elektron poçt” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz aidiyyəti əməkdaşlara icra üçün yönləndirildi.
      """
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz icraya yönləndirildi.
      """
    Və abonentə “elektron poçt” vasitəsilə cəmi 2 bildiriş göndərilib
    Və abonentə “sms” vasitəsilə cəmi 2 bildiriş göndərilib

  @e-gov.az @DI-052 @ours
  Ssenari: Aidiyyəti şöbə bilinmədikdə müraciət yenə də operatora çatır
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və müraciət “Qeydiyyata alındı” statusuna çatdırılır
    Və “soraqça” daim “rədd edir”
    Və sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “İcraya yönləndirildi” kimi görür
    Və “İcraya yönləndirmə” işi görülməmiş qalıb

  @e-gov.az @DI-055 @DI-056 @DI-057 @AMB-70
  Ssenari: Operator müraciəti və borcun yaranması səbəbini araşdırır
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və müraciət “İcraya yönləndirildi” statusuna çatdırılır
    O halda “Operator” yalnız bu əməliyyatları edə bilər:
      | əməliyyat         | qeydlər |
      | Araşdırmaya başla |         |
    Əgər “Operator” “Araşdırmaya başla” əməliyyatını edir
    O halda əməliyyat qəbul edilir
    Və “Aysel” müraciətin statusunu “Araşdırılır” kimi görür
    Və müraciətin izahında “Operator müraciətin məlumatlarını və borcun yaranması səbəbini araşdırır.” yazılıb
    Və müraciətin izahında “Müraciətə hazırda baxır: Operator.” yazılıb
    Və müraciət “Operator” siyahısındadır
    Və “Operator” yalnız bu əməliyyatları edə bilər:
      | əməliyyat                     | qeydlər                 |
      | Yerində yoxlama təyin et      |                         |
      | Sənədləri komissiyaya göndər  | Borcun yaranması səbəbi |
      | Düzəlişsiz yekunlaşdır        | Borcun yaranması səbəbi |
    Əgər “Operator” “Sənədləri komissiyaya göndər” əməliyyatını edir
    O halda əməliyyat “Bu sahəni doldurun.” səbəbi ilə qəbul edilmir
    Əgər “Operator” “Düzəlişsiz yekunlaşdır” əməliyyatını edir
    O halda əməliyyat “Bu sahəni doldurun.” səbəbi ilə qəbul edilmir
    Və “Aysel” müraciətin statusunu “Araşdırılır” kimi görür

  @e-gov.az @DI-058 @DI-059
  Ssenari: Ehtiyac olduqda göstəricilər yerində dəqiqləşdirilir və araşdırma davam edir
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və müraciət “Araşdırılır” statusuna çatdırılır
    Əgər “Operator” “Yerində yoxlama təyin et” əməliyyatını edir
    O halda “Aysel” müraciətin statusunu “Yerində yoxlanılır” kimi görür
    Və müraciətin izahında “Sayğacın göstəriciləri yerində dəqiqləşdirilir.” yazılıb
    Və müraciət “Yerində yoxlama aparan əməkdaş” siyahısındadır
    Və müraciət “Operator” siyahısında deyil
    Və “Yerində yoxlama aparan əməkdaş” yalnız bu əməliyyatları edə bilər:
      | əməliyyat                            | qeydlər                           |
      | Dəqiqləşdirilmiş göstəricini bildir  | Yerində dəqiqləşdirilmiş göstərici (m³) |
    Əgər “Operator” “Dəqiqləşdirilmiş göstəricini bildir” əməliyyatını edir
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Əgər “Yerində yoxlama aparan əməkdaş” “Dəqiqləşdirilmiş göstəricini bildir” əməliyyatını bu qeydlərlə edir:
      | Yerində dəqiqləşdirilmiş göstərici | min |
    O halda əməliyyat “Sayğacın göstəricisi rəqəmlə yazılmalıdır, məsələn: 1234 və ya 1234,5.” səbəbi ilə qəbul edilmir
    Əgər “Yerində yoxlama aparan əməkdaş” “Dəqiqləşdirilmiş göstəricini bildir” əməliyyatını bu qeydlərlə edir:
      | Yerində dəqiqləşdirilmiş göstərici | 1251,5 |
    O halda əməliyyat qəbul edilir
    Və müraciətdə “Yerində dəqiqləşdirilmiş göstərici” “1251.5” kimi qeyd olunub
    Və “Aysel” müraciətin statusunu “Araşdırılır” kimi görür
    Və müraciət “Operator” siyahısındadır

  @e-gov.az @DI-055 @DI-061 @DI-062 @ours
  Ssenari: Hər əməliyyatı yalnız öz səlahiyyəti olan edir
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və müraciət “İcraya yönləndirildi” statusuna çatdırılır
    O halda “Yerində yoxlama aparan əməkdaş” heç bir əməliyyat edə bilməz
    Əgər “Yerində yoxlama aparan əməkdaş” “Araşdırmaya başla” əməliyyatını edir
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Əgər müraciət “Komissiyaya göndərildi” statusuna çatdırılır
    O halda “Operator” heç bir əməliyyat edə bilməz
    Əgər “Operator” “İcrasından imtina et” əməliyyatını bu qeydlərlə edir:
      | İmtinanın səbəbi | Əsas yoxdur. |
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Əgər “Operator” “Borca düzəlişi təsdiq et” əməliyyatını bu qeydlərlə edir:
      | Fakturanın düzəlişdən sonrakı məbləği | 1.00 |
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Və “Aysel” müraciətin statusunu “Komissiyaya göndərildi” kimi görür

  @e-gov.az @ours
  Ssenari: İki operator eyni anda başlasa da, müraciəti yalnız biri götürür
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və müraciət “İcraya yönləndirildi” statusuna çatdırılır
    Əgər iki “Operator” eyni anda “Araşdırmaya başla” əməliyyatını edir
    O halda əməliyyat “Müraciət bu müddətdə başqası tərəfindən dəyişdirilib. Yenidən baxın.” səbəbi ilə qəbul edilmir
    Və “Aysel” müraciətin statusunu “Araşdırılır” kimi görür

  # --- icra: komissiya, düzəliş, imtina --------------------------------------------------------

  @e-gov.az @DI-057 @DI-060 @DI-061 @DI-062 @DI-063
  Ssenari: Borca düzəliş edilməli olduqda sənədlər komissiyaya göndərilir
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və müraciət “Araşdırılır” statusuna çatdırılır
    Əgər “Operator” “Sənədləri komissiyaya göndər” əməliyyatını bu qeydlərlə edir:
      | Borcun yaranması səbəbi | Göstərici səhv oxunub. |
    O halda əməliyyat qəbul edilir
    Və “Aysel” müraciətin statusunu “Komissiyaya göndərildi” kimi görür
    Və müraciətin izahında “Sənədlər komissiyaya göndərilib.” yazılıb
    Və müraciət “İstehlakçılardan daxil olmuş ərizələrin və şikayətlərin araşdırılması ilə bağlı daimi fəaliyyət göstərən komissiya” siyahısındadır
    Və “İstehlakçılardan daxil olmuş ərizələrin və şikayətlərin araşdırılması ilə bağlı daimi fəaliyyət göstərən komissiya” yalnız bu əməliyyatları edə bilər:
      | əməliyyat                 | qeydlər                               |
      | Borca düzəlişi təsdiq et  | Fakturanın düzəlişdən sonrakı məbləği (AZN) |
      | İcrasından imtina et      | İmtinanın səbəbi                      |

  @e-gov.az @DI-063 @DI-069 @DI-070 @DI-071 @DIF-31
  Ssenari: Komissiyanın qərarından sonra borca düzəliş edilir və iş yekunlaşır
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Davam et” düyməsi olan pəncərəyə qədər gedir
    Və “Xətalı faktura nömrəsi” siyahısından “F-2019-12-4050” seçir
    Və müraciət “Komissiyaya göndərildi” statusuna çatdırılır
    Əgər “İstehlakçılardan daxil olmuş ərizələrin və şikayətlərin araşdırılması ilə bağlı daimi fəaliyyət göstərən komissiya” “Borca düzəlişi təsdiq et” əməliyyatını edir
    O halda əməliyyat “Bu sahəni doldurun.” səbəbi ilə qəbul edilmir
    Və borca cəmi 0 dəfə düzəliş edilib
    Əgər “İstehlakçılardan daxil olmuş ərizələrin və şikayətlərin araşdırılması ilə bağlı daimi fəaliyyət göstərən komissiya” “Borca düzəlişi təsdiq et” əməliyyatını bu qeydlərlə edir:
      | Fakturanın düzəlişdən sonrakı məbləği | 5.95 |
    O halda “Aysel” müraciətin statusunu “Borca düzəliş edilir” kimi görür
    Və müraciətin izahında “Borcunuza düzəliş edilir.” yazılıb
    Və müraciətin izahında “Müraciətə hazırda baxır: Sistem.” yazılıb
    Əgər sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Yekunlaşdı” kimi görür
    Və müraciətin izahında “İş yekunlaşıb, borcunuza düzəliş edilib.” yazılıb
    Və “1020304050” kodunun “F-2019-12-4050” fakturası “5.95” AZN-dir
    Və borca cəmi 1 dəfə düzəliş edilib
    Və abonentə “Müraciət yekunlaşdı” mövzulu cəmi 1 elektron poçt göndərilib
    Və abonentə “elektron poçt” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz üzrə iş yekunlaşdı, borcunuza düzəliş edildi.
      """
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz yekunlaşdı: borca düzəliş edildi.
      """
    Və abonentə “sms” vasitəsilə cəmi 3 bildiriş göndərilib
    Və “e-gov.az” portalında “Müraciətin statusunu yoxla” bölməsində müraciətin statusu “Yekunlaşdı”
    Və “e-gov.az” portalında “Müraciətin statusunu yoxla” bölməsində müraciətin nəticəsi “Borcun yaranması səbəbi: Sayğacın göstəricisi səhv oxunub.”

  @e-gov.az @DI-064 @DI-065 @DI-066 @DI-067 @DI-071 @AMB-17 @DIF-20
  Ssenari: Komissiya icrasından imtina etdikdə səbəbi abonentə bildirilir, borc dəyişmir
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Davam et” düyməsi olan pəncərəyə qədər gedir
    Və “Xətalı faktura nömrəsi” siyahısından “F-2019-12-4050” seçir
    Və müraciət “Komissiyaya göndərildi” statusuna çatdırılır
    Əgər “İstehlakçılardan daxil olmuş ərizələrin və şikayətlərin araşdırılması ilə bağlı daimi fəaliyyət göstərən komissiya” “İcrasından imtina et” əməliyyatını bu qeydlərlə edir:
      | İmtinanın səbəbi |   |
    O halda əməliyyat “Mətn daxil edilməyib.” səbəbi ilə qəbul edilmir
    Əgər “İstehlakçılardan daxil olmuş ərizələrin və şikayətlərin araşdırılması ilə bağlı daimi fəaliyyət göstərən komissiya” “İcrasından imtina et” əməliyyatını edir
    O halda əməliyyat “Bu sahəni doldurun.” səbəbi ilə qəbul edilmir
    Əgər “İstehlakçılardan daxil olmuş ərizələrin və şikayətlərin araşdırılması ilə bağlı daimi fəaliyyət göstərən komissiya” “İcrasından imtina et” əməliyyatını bu qeydlərlə edir:
      | İmtinanın səbəbi | Faktura sayğacın göstəricisinə uyğundur. |
    Və sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “İcrasından imtina edildi” kimi görür
    Və müraciətin izahında “Komissiya müraciətin icrasından imtina edib.” yazılıb
    Və müraciətin izahında “İmtinanın səbəbi: Faktura sayğacın göstəricisinə uyğundur.” yazılıb
    Və müraciətin izahında “Müraciət üzrə icra başa çatıb.” yazılıb
    Və “e-gov.az” portalında “Müraciətin statusunu yoxla” bölməsində müraciətin nəticəsi “Borcun yaranması səbəbi: Sayğacın göstəricisi səhv oxunub. İmtinanın səbəbi: Faktura sayğacın göstəricisinə uyğundur.”
    Və abonentə “Müraciət yekunlaşdı” mövzulu cəmi 0 elektron poçt göndərilib
    Və “Operator” heç bir əməliyyat edə bilməz
    Və abonentə “Müraciətin icrasından imtina edildi” mövzulu cəmi 1 elektron poçt göndərilib
    Və abonentə “elektron poçt” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətinizin icrasından imtina edildi.
      Səbəb: Faktura sayğacın göstəricisinə uyğundur.
      """
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətinizin icrasından imtina edildi.
      Səbəb: Faktura sayğacın göstəricisinə uyğundur.
      """
    Və abonentə “portal” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətinizin icrasından imtina edildi.
      Səbəb: Faktura sayğacın göstəricisinə uyğundur.
      """
    Və abonentə “sms” vasitəsilə cəmi 3 bildiriş göndərilib
    Və borca cəmi 0 dəfə düzəliş edilib
    Və “1020304050” kodunun “F-2019-12-4050” fakturası “59.85” AZN-dir
    Və “İstehlakçılardan daxil olmuş ərizələrin və şikayətlərin araşdırılması ilə bağlı daimi fəaliyyət göstərən komissiya” heç bir əməliyyat edə bilməz

  @e-gov.az @DI-060 @DI-068 @AMB-16 @ours
  Ssenari: Düzəlişə əsas olmadıqda iş komissiyasız yekunlaşır
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və müraciət “Araşdırılır” statusuna çatdırılır
    Əgər “Operator” “Düzəlişsiz yekunlaşdır” əməliyyatını bu qeydlərlə edir:
      | Borcun yaranması səbəbi | Göstərici düzgündür. |
    Və sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Yekunlaşdı, düzəliş edilmədi” kimi görür
    Və müraciətin izahında “İş yekunlaşıb: borcunuza düzəliş edilməsinə əsas tapılmayıb.” yazılıb
    Və müraciətin izahında “Borcun yaranması səbəbi: Göstərici düzgündür.” yazılıb
    Və abonentə “Müraciət yekunlaşdı” mövzulu cəmi 1 elektron poçt göndərilib
    Və abonentə “elektron poçt” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz üzrə iş yekunlaşdı. Düzəlişə əsas tapılmadı: Göstərici düzgündür.
      """
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz yekunlaşdı: düzəlişə əsas tapılmadı.
      """
    Və borca cəmi 0 dəfə düzəliş edilib

  # --- icra: kənar sistemlər nasaz olanda --------------------------------------------------------

  @e-gov.az @DI-063 @ours
  Ssenari: Hesablaşma cavabı gecikdirsə də borca bir dəfə düzəliş edilir
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və müraciət “Borca düzəliş edilir” statusuna çatdırılır
    Və “hesablaşma sistemi” 1 dəfə “işi görür, amma cavabı vaxtından sonra gəlir”
    Əgər sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Borca düzəliş edilir” kimi görür
    Əgər 1 saat keçir
    Və sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Yekunlaşdı” kimi görür
    Və borca cəmi 1 dəfə düzəliş edilib

  @e-gov.az @DI-063 @ours
  Ssenari: Hesablaşma düzəlişdən imtina etdikdə müraciət operatora qayıdır
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və müraciət “Borca düzəliş edilir” statusuna çatdırılır
    Və “hesablaşma sistemi” 1 dəfə “rədd edir”
    Əgər sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Borca düzəliş gecikir” kimi görür
    Və müraciətin izahında “Borcunuza düzəliş edilməsi gecikir; məsələ operatorun nəzarətindədir.” yazılıb
    Və müraciət “Operator” siyahısındadır
    Və “Operator” yalnız bu əməliyyatları edə bilər:
      | əməliyyat           | qeydlər |
      | Düzəlişi təkrar et  |         |
    Və “Yerində yoxlama aparan əməkdaş” heç bir əməliyyat edə bilməz
    Əgər “Operator” “Düzəlişi təkrar et” əməliyyatını edir
    Və sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Yekunlaşdı” kimi görür
    Və borca cəmi 1 dəfə düzəliş edilib

  @e-gov.az @DI-070 @ours
  Ssenari: SMS göndərişi işləməsə də müraciət yekunlaşır, SMS sonra göndərilir
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və müraciət “Borca düzəliş edilir” statusuna çatdırılır
    Və “SMS göndərişi” daim “əlçatan deyil”
    Əgər sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Yekunlaşdı” kimi görür
    Və abonentə “elektron poçt” vasitəsilə cəmi 3 bildiriş göndərilib
    Və abonentə “sms” vasitəsilə cəmi 2 bildiriş göndərilib
    Əgər bütün sistemlər yenidən işləyir
    Və 1 saat keçir
    Və sistem növbədəki işləri görür
    O halda abonentə “sms” vasitəsilə cəmi 3 bildiriş göndərilib

  @e-gov.az @DI-052 @DI-063 @ours
  Ssenari: Sistemin əməliyyatlarını əməkdaş edə bilməz
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və müraciət “Qeydiyyata alındı” statusuna çatdırılır
    Əgər “Operator” “İcraya yönləndir” əməliyyatını edir
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Əgər “Operator” “Şöbə göstərilmədən yönləndir” əməliyyatını edir
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Əgər müraciət “Borca düzəliş edilir” statusuna çatdırılır
    Və “Operator” “Düzəlişi tamamla” əməliyyatını edir
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Əgər “Operator” “Düzəliş alınmadı: operatora qaytar” əməliyyatını edir
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir

  @e-gov.az @DI-070 @ours
  Ssenari: SMS göndərişi cavabı gecikdirsə də eyni SMS iki dəfə göndərilmir
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və müraciət “Borca düzəliş edilir” statusuna çatdırılır
    Və “SMS göndərişi” 1 dəfə “işi görür, amma cavabı vaxtından sonra gəlir”
    Əgər sistem növbədəki işləri görür
    Və 1 saat keçir
    Və sistem növbədəki işləri görür
    O halda abonentə “sms” vasitəsilə cəmi 3 bildiriş göndərilib

  # --- statusun izlənməsi ---------------------------------------------------------------------

  @e-gov.az @DI-020 @DI-071 @DIF-26
  Ssenari: Statusu “Müraciətin statusunu yoxla” bölməsində yalnız müraciət edən görür
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və müraciət “Araşdırılır” statusuna çatdırılır
    O halda “e-gov.az” portalında “Müraciətin statusunu yoxla” bölməsində müraciətin statusu “Araşdırılır”
    Və “Kamran” üçün belə müraciət yoxdur

  @e-gov.az @DI-020 @ours
  Ssenari: Status bölməsindən geri qayıtmaq olur
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Müraciətin statusunu yoxla” düyməsini seçir
    O halda “Müraciətin statusunu yoxla” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ    | ad                      |
      | cədvəl | Göndərilən müraciətlər  |
      | düymə  | Geri                    |
    Əgər “Geri” düyməsini seçir
    O halda “Yeni müraciət yarat” düyməsi var

  # --- www.e-su.az ------------------------------------------------------------------------------

  @e-su.az @DI-001 @DI-005 @DI-006 @DI-073 @DI-075 @DI-076
  Ssenari: “Elektron-Su” portalında xidmət E-xidmətlər siyahısından seçilir
    O halda “e-su.az” portalında “Borcun araşdırılması üzrə müraciət” xidmətinə yol belədir:
      | www.e-su.az                        |
      | E-xidmətlər                        |
      | Borcun araşdırılması üzrə müraciət |

  @e-su.az @DI-074 @DIF-11
  Ssenari: “Asan Login” pəncərəsində giriş xidmət seçilməzdən əvvəl soruşulur
    O halda “e-su.az” portalında “Borcun araşdırılması üzrə müraciət” xidmətinin giriş pəncərəsi “Asan Login” belədir:
      | Asan imza            |
      | Elektron imza        |
      | İdentifikasiya nömrəsi |
    Və “e-su.az” portalında “Borcun araşdırılması üzrə müraciət” xidməti üçün giriş “xidmət seçilməzdən əvvəl” soruşulur

  @e-su.az @DI-074
  Ssenarinin strukturu: “Asan Login” pəncərəsinin hər giriş vasitəsi ilə daxil olmaq mümkündür
    Əgər “Aysel” “e-su.az” portalında “<vasitə>” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    O halda “Təsdiq” düyməsi var

    Nümunələr:
      | vasitə                 |
      | Asan imza              |
      | Elektron imza          |
      | İdentifikasiya nömrəsi |

  @e-su.az @DI-077 @DI-078 @DI-079 @DIF-12 @AMB-04 @AMB-33
  Ssenari: Abonent kodu profildə qeydiyyatdan keçmiş kodlardan seçilir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    O halda “Borcun araşdırılması üzrə müraciət” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ    | ad           |
      | siyahı | Abonent kodu |
      | düymə  | Təsdiq       |
    Və “Abonent kodu” siyahısında bunlar var:
      | 1020304050 |
    Əgər “Təsdiq” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Bu sahəni doldurun.” xəbərdarlığı göstərilir

  @e-su.az @DI-078
  Ssenari: Profildə olmayan kod seçilə bilməz
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Abonent kodu” siyahısından “2030405060” seçir
    Və “Təsdiq” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Siyahıdan seçin.” xəbərdarlığı göstərilir

  @e-su.az @DI-037 @DI-079 @DI-080 @DI-081 @DI-082 @DI-084 @ours @DIF-13 @DIF-15 @AMB-05 @AMB-07 @AMB-72
  Ssenari: “Təsdiq” e-gov.az-dakı məlumatları və təsdiq seçimini bir formada açır
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Abonent kodu” siyahısından “1020304050” seçir
    Və “Təsdiq” düyməsini seçir
    O halda “Borcun araşdırılması üzrə müraciət” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ     | ad                                                   |
      | siyahı  | Xətalı faktura nömrəsi                               |
      | siyahı  | Müraciət səbəbi                                      |
      | rəqəm   | Sayğacın göstəricisi                                 |
      | fayl    | Sayğacın şəkli                                       |
      | mətn    | Telefon nömrəsi                                      |
      | mətn    | Elektron poçt ünvanı                                 |
      | seçim   | Daxil edilən məlumatların düzgünlüyünü təsdiq edirəm |
      | bölmə   | Seçilmiş kod                                         |
      | məlumat | Abonent kodu                                         |
      | bölmə   | Sayğac məlumatları                                   |
      | məlumat | Göstəricinin tarixi                                  |
      | düymə   | Göndər                                               |
    Və “Abonent kodu” qarşısında “1020304050” göstərilir
    Və “Sayğacın göstəricisi” sahəsi “Sayğac məlumatları” bölməsindədir
    Və “Sayğacın şəkli” sahəsi “Sayğac məlumatları” bölməsindədir
    Və “Xətalı faktura nömrəsi” sahəsinin izahı belədir:
      """
      Xətalı faktura nömrəsi ünvanlarda oxuma nəticəsində yaranan və abonentlərə təqdim olunan
      fakturadakı məlumatların xətalı olması iddia edilən fakturanın nömrəsidir.
      """
    Və “Xətalı faktura nömrəsi” siyahısında bunlar var:
      | F-2020-09-4050 (sentyabr 2020, 3,50 AZN) |
      | F-2020-08-4050 (avqust 2020, 3,50 AZN)   |
      | F-2020-07-4050 (iyul 2020, 3,85 AZN)     |
      | F-2020-06-4050 (iyun 2020, 2,10 AZN)     |
      | F-2020-04-4050 (aprel 2020, 11,20 AZN)   |
      | F-2020-03-4050 (mart 2020, 5,25 AZN)     |
      | F-2020-02-4050 (fevral 2020, 6,65 AZN)   |
      | F-2020-01-4050 (yanvar 2020, 6,65 AZN)   |
      | F-2019-12-4050 (dekabr 2019, 59,85 AZN)  |
      | F-2019-11-4050 (noyabr 2019, 4,90 AZN)   |
    Və “Sayğacın göstəricisi” sahəsinin vahidi “m³”
    Və “Göstəricinin tarixi” qarşısında “20.11.2026” göstərilir

  @e-su.az @DI-082 @DI-083 @DIF-14
  Ssenari: Düzgünlük təsdiq edilmədən göndərmək olmur
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Göndər” düyməsi olan pəncərəyə qədər gedir
    O halda “Göndər” düyməsi hələ bağlıdır
    Və “Göndər” düyməsi bundan sonra açılır: “Daxil edilən məlumatların düzgünlüyünü təsdiq edirəm”
    Əgər qalan sahələri nümunələrlə doldurur
    Və “Daxil edilən məlumatların düzgünlüyünü təsdiq edirəm” seçimini götürür
    Və “Göndər” düyməsini seçir
    O halda “Daxil edilən məlumatların düzgünlüyünü təsdiq edirəm” sahəsində “Davam etmək üçün bu seçimi edin.” xəbərdarlığı göstərilir
    Və cəmi 0 müraciət qeydiyyata alınıb
    Əgər “Daxil edilən məlumatların düzgünlüyünü təsdiq edirəm” seçimini edir
    Və “Göndər” düyməsini seçir
    O halda cəmi 1 müraciət qeydiyyata alınıb

  @e-su.az @DI-084 @DI-085 @DI-086 @DI-088 @DI-089 @DI-090 @DIF-16 @DIF-17 @AMB-06
  Ssenari: “Göndər” dialoqsuz qeydiyyata alır və qısa məlumat verir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Göndər” düyməsi olan pəncərəyə qədər gedir
    Və qalan sahələri nümunələrlə doldurur
    Və “Göndər” düyməsini seçir
    O halda “Borcun araşdırılması üzrə müraciət” pəncərəsi açıqdır
    Və ekranda bu məlumat verilir:
      """
      Müraciətiniz qeydə alındı. Müraciət nömrəniz: _XX_
      """
    Və müraciət “e-su.az” portalından göndərilib
    Və “Aysel” müraciətin statusunu “Qeydiyyata alındı” kimi görür
    Və müraciətin izahında “Müraciətiniz qeydiyyata alınıb.” yazılıb
    Əgər sistem növbədəki işləri görür
    O halda abonentə “elektron poçt” vasitəsilə cəmi 2 bildiriş göndərilib
    Və abonentə “sms” vasitəsilə cəmi 2 bildiriş göndərilib
    Və abonentə “portal” vasitəsilə cəmi 2 bildiriş göndərilib
    Və abonentə “Müraciət qeydiyyata alındı” mövzulu cəmi 1 elektron poçt göndərilib
    Və abonentə “Müraciət icraya yönləndirildi” mövzulu cəmi 1 elektron poçt göndərilib
    Və abonentə “portal” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz aidiyyəti əməkdaşlara icra üçün yönləndirildi.
      """
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz icraya yönləndirildi.
      """
    Və abonentə “portal” vasitəsilə bu bildiriş göndərilir:
      """
      “Borcun araşdırılması üzrə müraciət” xidməti ilə göndərdiyiniz müraciət qeydiyyata alındı.
      Müraciət nömrəniz: _XX_
      """
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      Müraciətiniz qeydiyyata alındı. Nömrə: _XX_
      """

  @e-su.az @DI-081 @DI-086
  Ssenari: e-su.az-da bütün səhvlər birlikdə göstərilir, uğur məlumatı verilmir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Göndər” düyməsi olan pəncərəyə qədər gedir
    Və “Göndər” düyməsini seçir
    O halda “Borcun araşdırılması üzrə müraciət” pəncərəsi açıqdır
    Və “Xətalı faktura nömrəsi” sahəsində “Bu sahəni doldurun.” xəbərdarlığı göstərilir
    Və “Müraciət səbəbi” sahəsində “Bu sahəni doldurun.” xəbərdarlığı göstərilir
    Və “Sayğacın göstəricisi” sahəsində “Sayğacın göstəricisi daxil edilməyib.” xəbərdarlığı göstərilir
    Və “Sayğacın şəkli” sahəsində “Fayl yüklənməyib.” xəbərdarlığı göstərilir
    Və “Telefon nömrəsi” sahəsində “Telefon nömrəsi daxil edilməyib.” xəbərdarlığı göstərilir
    Və “Elektron poçt ünvanı” sahəsində “Elektron poçt ünvanı daxil edilməyib.” xəbərdarlığı göstərilir
    Və cəmi 0 müraciət qeydiyyata alınıb

  @e-su.az @DI-077 @DI-078 @ours
  Ssenari: Seçilən kod abonent bazasında yoxlanılır
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “abonent bazası” 1 dəfə “əlçatan deyil”
    Əgər “Abonent kodu” siyahısından “1020304050” seçir
    Və “Təsdiq” düyməsini seçir
    O halda pəncərədə “Xidmət hazırda əlçatan deyil. Bir qədər sonra yenidən cəhd edin.” xəbərdarlığı göstərilir
    Və “Abonent kodu” sahəsində “1020304050” qalıb

  @e-su.az @DI-037 @DI-083 @DI-084
  Ssenari: e-su.az-da da göstərici göndərilən günə olmalıdır
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Göndər” düyməsi olan pəncərəyə qədər gedir
    Və qalan sahələri nümunələrlə doldurur
    Və “Daxil edilən məlumatların düzgünlüyünü təsdiq edirəm” seçimini götürür
    Və “Göndər” düyməsini seçir
    Və 24 saat keçir
    Və “Daxil edilən məlumatların düzgünlüyünü təsdiq edirəm” seçimini edir
    Və “Göndər” düyməsini seçir
    O halda “Sayğacın göstəricisi” sahəsində “Göstərici müraciət göndərilən günə olmalıdır. Yenidən daxil edin.” xəbərdarlığı göstərilir
    Və cəmi 0 müraciət qeydiyyata alınıb
    Əgər “Sayğacın göstəricisi” sahəsinə “1255” yazır
    Və “Göndər” düyməsini seçir
    O halda cəmi 1 müraciət qeydiyyata alınıb

  @e-su.az @DI-086
  Ssenari: e-su.az-da qeydiyyat alınmadıqda uğur məlumatı verilmir, yazılanlar qalır
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və “Göndər” düyməsi olan pəncərəyə qədər gedir
    Və “müraciətlər reyestri” 1 dəfə “əlçatan deyil”
    Əgər qalan sahələri nümunələrlə doldurur
    Və “Göndər” düyməsini seçir
    O halda pəncərədə “Müraciətiniz qeydiyyata alınmadı. Bir qədər sonra yenidən cəhd edin.” xəbərdarlığı göstərilir
    Və “Elektron poçt ünvanı” sahəsində “aysel@example.com” qalıb
    Və cəmi 0 müraciət qeydiyyata alınıb
    Əgər “Göndər” düyməsini seçir
    O halda cəmi 1 müraciət qeydiyyata alınıb

  @e-su.az @DI-077 @DI-078 @ours
  Ssenari: Profildə kod yoxdursa, bu bildirilir
    Tutaq ki “Nigar” “e-su.az” portalında “Asan imza” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Əgər “Təsdiq” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Bu siyahıda seçiləcək heç nə yoxdur.” xəbərdarlığı göstərilir

  @e-su.az @DI-087 @AMB-09 @AMB-67 @DIF-09
  Ssenari: Status “Bildiriş və müraciətlər” → “Müraciətlər” bölməsində izlənir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və müraciət “Araşdırılır” statusuna çatdırılır
    O halda “e-su.az” portalında “Müraciətlər” bölməsində müraciətin statusu “Araşdırılır”
    Və “e-su.az” portalında statuslara yol belədir:
      | Bildiriş və müraciətlər |
      | Müraciətlər             |
    Və “e-gov.az” portalında “Müraciətin statusunu yoxla” bölməsində bu müraciət yoxdur

  @e-su.az @e-gov.az @DI-087 @AMB-67
  Ssenari: e-gov.az-dan göndərilən müraciət e-su.az-da da görünür
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və müraciət “Araşdırılır” statusuna çatdırılır
    O halda “e-su.az” portalında “Müraciətlər” bölməsində müraciətin statusu “Araşdırılır”

  @e-su.az @DI-088 @DI-089 @DI-090 @DIF-10
  Ssenarinin strukturu: e-su.az-dan göndərilən müraciətin hər statusu üç vasitə ilə bildirilir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
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
      | status                 | sayı |
      | Araşdırılır            | 1    |
      | Yerində yoxlanılır     | 2    |
      | Komissiyaya göndərildi | 2    |
      | Borca düzəliş edilir   | 3    |
      | Borca düzəliş gecikir  | 4    |

  @e-su.az @DI-065 @DI-066 @DI-068 @DI-088 @DI-089 @DI-090
  Ssenarinin strukturu: e-su.az-da işin sonu üç vasitə ilə bildirilir
    Tutaq ki “Aysel” “e-su.az” portalında “Asan imza” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
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
      | status                        | mövzu | məktub | sms |
      | Yekunlaşdı                    | Müraciət yekunlaşdı | _XX_ nömrəli müraciətiniz üzrə iş yekunlaşdı, borcunuza düzəliş edildi. | _XX_ nömrəli müraciətiniz yekunlaşdı: borca düzəliş edildi. |
      | Yekunlaşdı, düzəliş edilmədi  | Müraciət yekunlaşdı | _XX_ nömrəli müraciətiniz üzrə iş yekunlaşdı. Düzəlişə əsas tapılmadı: Sayğacın göstəricisi səhv oxunub. | _XX_ nömrəli müraciətiniz yekunlaşdı: düzəlişə əsas tapılmadı. |
      | İcrasından imtina edildi      | Müraciətin icrasından imtina edildi | _XX_ nömrəli müraciətinizin icrasından imtina edildi. Səbəb: Faktura sayğacın göstəricisinə uyğundur. | _XX_ nömrəli müraciətinizin icrasından imtina edildi. Səbəb: Faktura sayğacın göstəricisinə uyğundur. |

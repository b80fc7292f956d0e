# language: az
@bill_payment
Özəllik: Ödəniş et
  Abonent kodu üzrə borc və ya istənilən məbləğ kartla ödənilir. Ödənişi bankın səhifəsi aparır;
  hesablaşma sisteminə o yalnız bir dəfə yazılır. Heç nə göndərilmir.
  Mənbə: 003 nömrəli istifadə təlimatı, “Ödənişlər” menyusu. Təlimat düymə ilə bitir, sonrası bizim
  qərarımızdır.

  # --- xidmətə giriş və forma ------------------------------------------------------------------

  @e-su.az @ESU-140
  Ssenari: Xidmət “Ödənişlər” menyusundan seçilir
    O halda “e-su.az” portalında “Ödəniş et” xidmətinə yol belədir:
      | Ödənişlər |
      | Ödəniş et |

  @e-su.az @ESU-011 @ESU-012 @ESU-013 @ESU-014 @ESU-015
  Ssenari: Giriş xidmət seçilməzdən əvvəl “Asan Login” pəncərəsində soruşulur
    O halda “e-su.az” portalında “Ödəniş et” xidmətinin giriş pəncərəsi “Asan Login” belədir:
      | Asan imza              |
      | Elektron imza          |
      | İdentifikasiya nömrəsi |
    Və “e-su.az” portalında “Ödəniş et” xidməti üçün giriş “xidmət seçilməzdən əvvəl” soruşulur

  # Təlimatın mətnində ikinci qrup “Qeyri Əhali” kimi çap olunub, düymə isə “Ödəniş et” kimi. Kart
  # növlərindən təlimatda yalnız “Visa” var: “MasterCard” bizimdir.
  @e-su.az @ESU-142 @ESU-144 @ESU-145 @ESU-146 @ESU-147 @ESU-149 @ESU-150 @ESU-151 @AMB-54 @AMB-69 @ours
  Ssenari: Açılan pəncərədə dörd bölmə və bir düymə var
    Əgər “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Ödəniş et” xidmətini açır
    O halda “Ödəniş” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ    | ad           |
      | mətn   | Abonent kodu |
      | siyahı | Abonent tipi |
      | rəqəm  | Məbləğ       |
      | siyahı | Kart tipi    |
      | düymə  | ÖDƏNİŞ ET    |
    Və “Abonent tipi” siyahısında bunlar var:
      | Əhali       |
      | Qeyri-əhali |
    Və “Kart tipi” siyahısında bunlar var:
      | Visa       |
      | MasterCard |
    Və “Məbləğ” sahəsinin vahidi “AZN”
    Və “Məbləğ” sahəsində “” qalıb

  @e-su.az @ESU-142 @ESU-145 @ESU-146 @ESU-149 @ESU-150
  Ssenari: Dörd bölmənin hamısı doldurulmalıdır
    Tutaq ki “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Ödəniş et” xidmətini açır
    O halda “ÖDƏNİŞ ET” düyməsi hələ bağlıdır
    Və “ÖDƏNİŞ ET” düyməsi bundan sonra açılır: “Abonent kodu”
    Və “ÖDƏNİŞ ET” düyməsi bundan sonra açılır: “Abonent tipi”
    Və “ÖDƏNİŞ ET” düyməsi bundan sonra açılır: “Məbləğ”
    Və “ÖDƏNİŞ ET” düyməsi bundan sonra açılır: “Kart tipi”
    Əgər “ÖDƏNİŞ ET” düyməsini seçir
    O halda ödəniş səhifəsi açılmır
    Və “Abonent kodu” sahəsində “Abonent kodu daxil edilməyib.” xəbərdarlığı göstərilir
    Və “Abonent tipi” sahəsində “Bu sahəni doldurun.” xəbərdarlığı göstərilir
    Və “Məbləğ” sahəsində “Məbləğ daxil edilməyib.” xəbərdarlığı göstərilir
    Və “Kart tipi” sahəsində “Bu sahəni doldurun.” xəbərdarlığı göstərilir

  @e-su.az @ESU-149 @AMB-55
  Ssenarinin strukturu: Məbləğ müsbət olmalıdır, qəpikdən kiçik ola bilməz
    Tutaq ki “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Ödəniş et” xidmətini açır
    Əgər “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Abonent tipi” siyahısından “Əhali” seçir
    Və “Məbləğ” sahəsinə “<məbləğ>” yazır
    Və “Kart tipi” siyahısından “Visa” seçir
    Və “ÖDƏNİŞ ET” düyməsini seçir
    O halda “Məbləğ” sahəsində “<xəbərdarlıq>” xəbərdarlığı göstərilir
    Və “Məbləğ” sahəsində “<məbləğ>” qalıb
    Və ödəniş səhifəsi açılmır

    Nümunələr:
      | məbləğ | xəbərdarlıq                                  |
      | 0      | Məbləğ sıfırdan böyük olmalıdır.             |
      | 0,00   | Məbləğ sıfırdan böyük olmalıdır.             |
      | -5     | Məbləğ mənfi ola bilməz.                     |
      | 1.005  | Vergüldən sonra ən çoxu iki rəqəm yazın.     |
      | 1e9    | Məbləğ rəqəmlə yazılmalıdır, məsələn: 12,50. |

  # --- borc və məbləğ --------------------------------------------------------------------------

  @e-su.az @ESU-149 @ours @AMB-55 @AMB-71
  Ssenari: Kod bəlli olanda məbləğ yerinə borc yazılır
    Tutaq ki “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Ödəniş et” xidmətini açır
    Əgər “Abonent kodu” sahəsinə “2030405060” yazır
    Və pəncərə yazılanlara görə yenilənir
    O halda “Məbləğ” sahəsində “29.15” qalıb

  @e-su.az @ESU-149 @ours @AMB-55 @AMB-76
  Ssenarinin strukturu: Borc yoxdursa, məbləğ yazılmır
    Tutaq ki “2030405060” kodunun “<borc>” AZN borcu var
    Və “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Ödəniş et” xidmətini açır
    Əgər “Abonent kodu” sahəsinə “2030405060” yazır
    Və pəncərə yazılanlara görə yenilənir
    O halda “Məbləğ” sahəsində “<məbləğ>” qalıb

    Nümunələr:
      | borc | məbləğ |
      | 0.01 | 0.01   |
      | 0    |        |
      | -10  |        |

  @e-su.az @ESU-149 @ours @AMB-55
  Ssenari: Yazılmış məbləğ borcla əvəz edilmir
    Tutaq ki “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Ödəniş et” xidmətini açır
    Əgər “Məbləğ” sahəsinə “5” yazır
    Və “Abonent kodu” sahəsinə “2030405060” yazır
    Və pəncərə yazılanlara görə yenilənir
    O halda “Məbləğ” sahəsində “5” qalıb

  @e-su.az @ESU-149 @ours @AMB-55
  Ssenari: Başqa kod yazılanda onun borcu göstərilir, silinmiş məbləğ isə özü qayıtmır
    Tutaq ki “5060708090” kodunun “7.00” AZN borcu var
    Və “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Ödəniş et” xidmətini açır
    Və “Abonent kodu” sahəsinə “2030405060” yazır
    Və pəncərə yazılanlara görə yenilənir
    Əgər “Abonent kodu” sahəsinə “5060708090” yazır
    Və pəncərə yazılanlara görə yenilənir
    O halda “Məbləğ” sahəsində “7.00” qalıb
    Əgər “Məbləğ” sahəsinə “” yazır
    Və pəncərə yazılanlara görə yenilənir
    O halda “Məbləğ” sahəsində “” qalıb
    Əgər “ÖDƏNİŞ ET” düyməsini seçir
    O halda “Məbləğ” sahəsində “Məbləğ daxil edilməyib.” xəbərdarlığı göstərilir

  @e-su.az @ESU-149 @ours @AMB-21 @AMB-55
  Ssenari: Başqasının kodu üzrə borc bildirilmir, məbləği ödəyən özü yazır
    Tutaq ki “Nigar” “e-su.az” portalında “Asan imza” daxil olub “Ödəniş et” xidmətini açır
    Əgər “Abonent kodu” sahəsinə “2030405060” yazır
    Və pəncərə yazılanlara görə yenilənir
    O halda “Məbləğ” sahəsində “” qalıb

  @e-su.az @ESU-149 @ESU-152 @ours @AMB-55 @requires_payments
  Ssenarinin strukturu: Borcdan az da, çox da ödəmək olar
    Tutaq ki “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Ödəniş et” xidmətini açır
    Əgər “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Abonent tipi” siyahısından “Əhali” seçir
    Və “Məbləğ” sahəsinə “<məbləğ>” yazır
    Və “Kart tipi” siyahısından “Visa” seçir
    Və “ÖDƏNİŞ ET” düyməsini seçir
    Və abonent ödəniş səhifəsində “ödəyir”
    Və “Nəticəni yoxla” düyməsini seçir
    O halda “2030405060” kodunun borcu “<qalıq>” AZN-dir

    Nümunələr:
      | məbləğ | qalıq  |
      | 9,15   | 20.00  |
      | 29.15  | 0.00   |
      | 100    | -70.85 |

  # --- kod və qrup -----------------------------------------------------------------------------

  @e-su.az @ESU-145 @AMB-23
  Ssenari: Naməlum kod üzrə ödəniş aparılmır
    Tutaq ki “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Ödəniş et” xidmətini açır
    Əgər “Abonent kodu” sahəsinə “999” yazır
    Və “Abonent tipi” siyahısından “Əhali” seçir
    Və “Məbləğ” sahəsinə “29.15” yazır
    Və “Kart tipi” siyahısından “Visa” seçir
    Və “ÖDƏNİŞ ET” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Abonent kodu düzgün deyil.” xəbərdarlığı göstərilir
    Və ödəniş səhifəsi açılmır

  @e-su.az @ESU-142 @ESU-145 @ESU-152 @ours @AMB-21 @requires_payments
  Ssenari: Başqasının kodu üzrə də ödəmək olar
    Tutaq ki “Nigar” “e-su.az” portalında “Asan imza” daxil olub “Ödəniş et” xidmətini açır
    Əgər “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Abonent tipi” siyahısından “Əhali” seçir
    Və “Məbləğ” sahəsinə “10” yazır
    Və “Kart tipi” siyahısından “Visa” seçir
    Və “ÖDƏNİŞ ET” düyməsini seçir
    O halda ödəniş səhifəsi açılır
    Əgər abonent ödəniş səhifəsində “ödəyir”
    Və “Nəticəni yoxla” düyməsini seçir
    O halda “2030405060” koduna portaldan cəmi “10.00” AZN ödəniş yazılıb

  @e-su.az @ESU-145 @ours @AMB-21
  Ssenari: Koddan istifadə məhdudlaşdırıldıqda başqasının koduna naməlum kod kimi cavab verilir
    Tutaq ki abonent kodundan yalnız sahibi istifadə edə bilər
    Və “Nigar” “e-su.az” portalında “Asan imza” daxil olub “Ödəniş et” xidmətini açır
    Əgər “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Abonent tipi” siyahısından “Əhali” seçir
    Və “Məbləğ” sahəsinə “29.15” yazır
    Və “Kart tipi” siyahısından “Visa” seçir
    Və “ÖDƏNİŞ ET” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Abonent kodu düzgün deyil.” xəbərdarlığı göstərilir

  @e-su.az @ESU-146 @ESU-147 @ESU-148 @DIF-30 @AMB-69 @requires_payments
  Ssenari: Qeyri-əhali abonenti də ödəyə bilir
    Tutaq ki “Orxan” “e-su.az” portalında “Asan imza” daxil olub “Ödəniş et” xidmətini açır
    Əgər “Abonent kodu” sahəsinə “4050607080” yazır
    Və “Abonent tipi” siyahısından “Qeyri-əhali” seçir
    Və “Məbləğ” sahəsinə “50” yazır
    Və “Kart tipi” siyahısından “Visa” seçir
    Və “ÖDƏNİŞ ET” düyməsini seçir
    O halda heç bir xəbərdarlıq göstərilmir
    Və ödəniş səhifəsi açılır

  @e-su.az @ESU-146 @ESU-148 @ours
  Ssenarinin strukturu: Abonent tipi kodun öz qrupu olmalıdır
    Tutaq ki “Orxan” “e-su.az” portalında “Asan imza” daxil olub “Ödəniş et” xidmətini açır
    Əgər “Abonent kodu” sahəsinə “<kod>” yazır
    Və “Abonent tipi” siyahısından “<tip>” seçir
    Və “Məbləğ” sahəsinə “50” yazır
    Və “Kart tipi” siyahısından “Visa” seçir
    Və “ÖDƏNİŞ ET” düyməsini seçir
    O halda “Abonent tipi” sahəsində “Abonent tipi bu koda uyğun deyil.” xəbərdarlığı göstərilir
    Və “Abonent tipi” sahəsində “<tip>” qalıb
    Və ödəniş səhifəsi açılmır

    Nümunələr:
      | kod        | tip         |
      | 4050607080 | Əhali       |
      | 2030405060 | Qeyri-əhali |

  # --- ödəniş və nəticəsi ----------------------------------------------------------------------

  @e-su.az @ESU-142 @ESU-145 @ESU-146 @ESU-149 @ESU-150 @ESU-151 @ESU-152 @ours @requires_payments
  Ssenari: Düymə bankın səhifəsini açır, nəticə gözlənilir
    Tutaq ki “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Ödəniş et” xidmətini açır
    Əgər “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Abonent tipi” siyahısından “Əhali” seçir
    Və “Məbləğ” sahəsinə “29.15” yazır
    Və “Kart tipi” siyahısından “Visa” seçir
    Və “ÖDƏNİŞ ET” düyməsini seçir
    O halda ödəniş səhifəsi açılır
    Və “Ödəniş” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ     | ad                                                                     |
      | yazı    | Ödəniş bankın səhifəsində aparılır. Ödədikdən sonra nəticəni yoxlayın. |
      | bölmə   | Ödəniş                                                                 |
      | məlumat | Ödəniş nömrəsi                                                         |
      | məlumat | Abonent kodu                                                           |
      | məlumat | Məbləğ                                                                 |
      | məlumat | Ödənişin vəziyyəti                                                     |
      | keçid   | Ödəniş səhifəsini aç                                                   |
      | düymə   | Nəticəni yoxla                                                         |
    Və “Abonent kodu” qarşısında “2030405060” göstərilir
    Və “Məbləğ” qarşısında “29,15 AZN” göstərilir
    Və “Ödənişin vəziyyəti” qarşısında “Bankın səhifəsində gözlənilir” göstərilir
    Və “2030405060” koduna portaldan cəmi “0.00” AZN ödəniş yazılıb

  @e-su.az @ESU-151 @ESU-152 @ours @requires_payments
  Ssenari: Ödəniş uğurlu olduqda qəbz göstərilir, borc azalır
    Tutaq ki “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Ödəniş et” xidmətini açır
    Əgər “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Abonent tipi” siyahısından “Əhali” seçir
    Və “Məbləğ” sahəsinə “29.15” yazır
    Və “Kart tipi” siyahısından “Visa” seçir
    Və “ÖDƏNİŞ ET” düyməsini seçir
    Və abonent ödəniş səhifəsində “ödəyir”
    Və abonent ödəniş səhifəsindən qayıdır
    Və “Nəticəni yoxla” düyməsini seçir
    O halda “Ödəniş” pəncərəsi açıqdır
    Və ekranda bu məlumat verilir:
      """
      Ödəniş qəbul edildi.
      """
    Və pəncərədə yalnız bunlar var:
      | növ     | ad                   |
      | xəbər   | Ödəniş qəbul edildi. |
      | bölmə   | Ödəniş qəbzi         |
      | məlumat | Ödəniş nömrəsi       |
      | məlumat | Abonent kodu         |
      | məlumat | Məbləğ               |
      | məlumat | Ödənişin vəziyyəti   |
    Və “Abonent kodu” qarşısında “2030405060” göstərilir
    Və “Məbləğ” qarşısında “29,15 AZN” göstərilir
    Və “Ödənişin vəziyyəti” qarşısında “Ödənilib” göstərilir
    Və “2030405060” koduna portaldan cəmi “29.15” AZN ödəniş yazılıb
    Və “2030405060” kodunun borcu “0.00” AZN-dir
    Və ödəyənə cəmi “0.00” AZN qaytarılıb
    Və cəmi 0 müraciət qeydiyyata alınıb

  @e-su.az @ESU-152 @ours @requires_payments
  Ssenari: Nəticə hələ bəlli deyilsə, gözlənilir və ödəniş səhifəsinə qayıtmaq olur
    Tutaq ki “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Ödəniş et” xidmətini açır
    Əgər “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Abonent tipi” siyahısından “Əhali” seçir
    Və “Məbləğ” sahəsinə “29.15” yazır
    Və “Kart tipi” siyahısından “Visa” seçir
    Və “ÖDƏNİŞ ET” düyməsini seçir
    Və “Nəticəni yoxla” düyməsini seçir
    O halda pəncərədə “Ödənişin nəticəsi hələ bəlli deyil. Bir qədər sonra yenidən yoxlayın.” xəbərdarlığı göstərilir
    Və pəncərədə yalnız bunlar var:
      | növ     | ad                                                                     |
      | xəbər   | Ödənişin nəticəsi hələ bəlli deyil. Bir qədər sonra yenidən yoxlayın.  |
      | yazı    | Ödəniş bankın səhifəsində aparılır. Ödədikdən sonra nəticəni yoxlayın. |
      | bölmə   | Ödəniş                                                                 |
      | məlumat | Ödəniş nömrəsi                                                         |
      | məlumat | Abonent kodu                                                           |
      | məlumat | Məbləğ                                                                 |
      | məlumat | Ödənişin vəziyyəti                                                     |
      | keçid   | Ödəniş səhifəsini aç                                                   |
      | düymə   | Nəticəni yoxla                                                         |

  @e-su.az @ESU-152 @ours @requires_payments
  Ssenari: Ödəniş həyata keçirilmədikdə forma yazılanlarla birlikdə qayıdır, yenidən ödəmək olur
    Tutaq ki “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Ödəniş et” xidmətini açır
    Əgər “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Abonent tipi” siyahısından “Əhali” seçir
    Və “Məbləğ” sahəsinə “29.15” yazır
    Və “Kart tipi” siyahısından “Visa” seçir
    Və “ÖDƏNİŞ ET” düyməsini seçir
    Və abonent ödəniş səhifəsində “imtina edir”
    Və abonent ödəniş səhifəsindən qayıdır
    Və “Nəticəni yoxla” düyməsini seçir
    O halda “Ödəniş” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ     | ad                                                                 |
      | yazı    | Ödəniş həyata keçirilmədi. Daxil etdiyiniz məlumatlar saxlanılıb.  |
      | mətn    | Abonent kodu                                                       |
      | siyahı  | Abonent tipi                                                       |
      | rəqəm   | Məbləğ                                                             |
      | siyahı  | Kart tipi                                                          |
      | bölmə   | Ödəniş                                                             |
      | məlumat | Ödəniş nömrəsi                                                     |
      | məlumat | Abonent kodu                                                       |
      | məlumat | Məbləğ                                                             |
      | məlumat | Ödənişin vəziyyəti                                                 |
      | düymə   | ÖDƏNİŞ ET                                                          |
    Və “Ödənişin vəziyyəti” qarşısında “Həyata keçirilməyib” göstərilir
    Və “Abonent kodu” sahəsində “2030405060” qalıb
    Və “Abonent tipi” sahəsində “Əhali” qalıb
    Və “Məbləğ” sahəsində “29.15” qalıb
    Və “Kart tipi” sahəsində “Visa” qalıb
    Və “2030405060” koduna portaldan cəmi “0.00” AZN ödəniş yazılıb
    Əgər “ÖDƏNİŞ ET” düyməsini seçir
    O halda ödəniş səhifəsi açılır
    Əgər abonent ödəniş səhifəsində “ödəyir”
    Və “Nəticəni yoxla” düyməsini seçir
    O halda ekranda bu məlumat verilir:
      """
      Ödəniş qəbul edildi.
      """
    Və “2030405060” koduna portaldan cəmi “29.15” AZN ödəniş yazılıb

  @e-su.az @ESU-142 @ESU-145 @ESU-146 @ESU-149 @ESU-150 @ours @requires_payments
  Ssenarinin strukturu: Təkrar cəhddə də dörd bölmə yenidən yoxlanılır
    Tutaq ki “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Ödəniş et” xidmətini açır
    Əgər “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Abonent tipi” siyahısından “Əhali” seçir
    Və “Məbləğ” sahəsinə “29.15” yazır
    Və “Kart tipi” siyahısından “Visa” seçir
    Və “ÖDƏNİŞ ET” düyməsini seçir
    Və abonent ödəniş səhifəsində “imtina edir”
    Və “Nəticəni yoxla” düyməsini seçir
    Və “<sahə>” sahəsinə “<yazılan>” yazır
    Və “ÖDƏNİŞ ET” düyməsini seçir
    O halda “<sahə>” sahəsində “<xəbərdarlıq>” xəbərdarlığı göstərilir
    Və ödəniş səhifəsi açılmır

    Nümunələr:
      | sahə         | yazılan     | xəbərdarlıq                       |
      | Abonent kodu | 999         | Abonent kodu düzgün deyil.        |
      | Abonent tipi | Qeyri-əhali | Abonent tipi bu koda uyğun deyil. |
      | Məbləğ       | 0           | Məbləğ sıfırdan böyük olmalıdır.  |
      | Kart tipi    | Xəyali      | Siyahıdan seçin.                  |

  @e-su.az @ESU-149 @ours @AMB-55 @requires_payments
  Ssenari: Təkrar cəhddə silinən məbləğin yerinə yenə borc yazılır
    Tutaq ki “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Ödəniş et” xidmətini açır
    Əgər “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Abonent tipi” siyahısından “Əhali” seçir
    Və “Məbləğ” sahəsinə “10” yazır
    Və “Kart tipi” siyahısından “Visa” seçir
    Və “ÖDƏNİŞ ET” düyməsini seçir
    Və abonent ödəniş səhifəsində “imtina edir”
    Və “Nəticəni yoxla” düyməsini seçir
    Və “Məbləğ” sahəsinə “” yazır
    Və pəncərə yazılanlara görə yenilənir
    O halda “Məbləğ” sahəsində “29.15” qalıb

  @e-su.az @ESU-152 @ours @requires_payments
  Ssenari: Birinci cəhdin gec gələn uğuru itmir, artıq tutulan məbləğ qaytarılır
    Tutaq ki “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Ödəniş et” xidmətini açır
    Əgər “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Abonent tipi” siyahısından “Əhali” seçir
    Və “Məbləğ” sahəsinə “29.15” yazır
    Və “Kart tipi” siyahısından “Visa” seçir
    Və “ÖDƏNİŞ ET” düyməsini seçir
    Və abonent ödəniş səhifəsində “imtina edir”
    Və “Nəticəni yoxla” düyməsini seçir
    Və “ÖDƏNİŞ ET” düyməsini seçir
    Və abonent birinci ödənişin səhifəsində “ödəyir”
    Və abonent ödəniş səhifəsində “ödəyir”
    Və “Nəticəni yoxla” düyməsini seçir
    Və sistem növbədəki işləri görür
    O halda ekranda bu məlumat verilir:
      """
      Ödəniş qəbul edildi.
      """
    Və “2030405060” koduna portaldan cəmi “29.15” AZN ödəniş yazılıb
    Və ödəyənə cəmi “29.15” AZN qaytarılıb

  @e-su.az @ESU-152 @ours @requires_payments
  Ssenari: Formaya qayıdandan sonra bəlli olan uğur ikinci ödənişi lazımsız edir
    Tutaq ki “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Ödəniş et” xidmətini açır
    Əgər “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Abonent tipi” siyahısından “Əhali” seçir
    Və “Məbləğ” sahəsinə “29.15” yazır
    Və “Kart tipi” siyahısından “Visa” seçir
    Və “ÖDƏNİŞ ET” düyməsini seçir
    Və abonent ödəniş səhifəsində “imtina edir”
    Və “Nəticəni yoxla” düyməsini seçir
    Və abonent ödəniş səhifəsində “ödəyir”
    Və “ÖDƏNİŞ ET” düyməsini seçir
    O halda ödəniş səhifəsi açılmır
    Əgər “Nəticəni yoxla” düyməsini seçir
    O halda ekranda bu məlumat verilir:
      """
      Ödəniş qəbul edildi.
      """
    Və “2030405060” koduna portaldan cəmi “29.15” AZN ödəniş yazılıb
    Və ödəyənə cəmi “0.00” AZN qaytarılıb

  @e-su.az @ESU-152 @ours @requires_payments
  Ssenari: Düymə iki dəfə seçildikdə bir ödəniş olur
    Tutaq ki “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Ödəniş et” xidmətini açır
    Və “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Abonent tipi” siyahısından “Əhali” seçir
    Və “Məbləğ” sahəsinə “29.15” yazır
    Və “Kart tipi” siyahısından “Visa” seçir
    Əgər “ÖDƏNİŞ ET” düyməsini ardıcıl 2 dəfə seçir
    Və abonent birinci ödənişin səhifəsində “ödəyir”
    Və abonent ödəniş səhifəsində “ödəyir”
    Və “Nəticəni yoxla” düyməsini seçir
    Və sistem növbədəki işləri görür
    O halda “2030405060” koduna portaldan cəmi “29.15” AZN ödəniş yazılıb
    Və ödəyənə cəmi “0.00” AZN qaytarılıb

  @e-su.az @ESU-152 @ours @requires_payments
  Ssenari: Bankın bir neçə dəfə bildirdiyi nəticə bir dəfə yazılır, abonent qayıtmasa belə
    Tutaq ki “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Ödəniş et” xidmətini açır
    Əgər “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Abonent tipi” siyahısından “Əhali” seçir
    Və “Məbləğ” sahəsinə “29.15” yazır
    Və “Kart tipi” siyahısından “Visa” seçir
    Və “ÖDƏNİŞ ET” düyməsini seçir
    Və abonent ödəniş səhifəsində “ödəyir”
    Və ödəniş sistemi nəticəni 3 dəfə bildirir
    Və sistem növbədəki işləri görür
    O halda “2030405060” koduna portaldan cəmi “29.15” AZN ödəniş yazılıb
    Və “2030405060” kodunun borcu “0.00” AZN-dir
    Əgər abonent ödəniş səhifəsindən qayıdır
    O halda “Ödənişin vəziyyəti” qarşısında “Ödənilib” göstərilir
    Və “Ödəniş səhifəsini aç” pəncərədə yoxdur
    Əgər “Nəticəni yoxla” düyməsini seçir
    O halda ekranda bu məlumat verilir:
      """
      Ödəniş qəbul edildi.
      """
    Və “2030405060” koduna portaldan cəmi “29.15” AZN ödəniş yazılıb

  # --- nasazlıqlar -----------------------------------------------------------------------------

  @e-su.az @ESU-152 @ours @requires_payments
  Ssenarinin strukturu: Ödəniş sistemi cavab vermədikdə yazılanlar qalır, təkrar basılan düymə yeni ödəniş yaratmır
    Tutaq ki “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Ödəniş et” xidmətini açır
    Və “ödəniş sistemi” 1 dəfə “<nasazlıq>”
    Əgər “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Abonent tipi” siyahısından “Əhali” seçir
    Və “Məbləğ” sahəsinə “29.15” yazır
    Və “Kart tipi” siyahısından “Visa” seçir
    Və “ÖDƏNİŞ ET” düyməsini seçir
    O halda ödəniş səhifəsi açılmır
    Və pəncərədə “<xəbərdarlıq>” xəbərdarlığı göstərilir
    Və “Məbləğ” sahəsində “29.15” qalıb
    Və “Kart tipi” sahəsində “Visa” qalıb
    Əgər “ÖDƏNİŞ ET” düyməsini seçir
    O halda ödəniş səhifəsi açılır
    Əgər abonent birinci ödənişin səhifəsində “ödəyir”
    Və “Nəticəni yoxla” düyməsini seçir
    O halda “2030405060” koduna portaldan cəmi “29.15” AZN ödəniş yazılıb
    Və ödəyənə cəmi “0.00” AZN qaytarılıb

    Nümunələr:
      | nasazlıq                                     | xəbərdarlıq                                                      |
      | əlçatan deyil                                | Xidmət hazırda əlçatan deyil. Bir qədər sonra yenidən cəhd edin. |
      | işi görür, amma cavabı vaxtından sonra gəlir | Cavab vaxtında alınmadı. Bir qədər sonra yenidən cəhd edin.      |

  @e-su.az @ESU-152 @ours @requires_payments
  Ssenari: Ödəniş alınıb, amma hesaba yazılması gecikir
    Tutaq ki “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Ödəniş et” xidmətini açır
    Əgər “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Abonent tipi” siyahısından “Əhali” seçir
    Və “Məbləğ” sahəsinə “29.15” yazır
    Və “Kart tipi” siyahısından “Visa” seçir
    Və “ÖDƏNİŞ ET” düyməsini seçir
    Və abonent ödəniş səhifəsində “ödəyir”
    Və “hesablaşma sistemi” daim “əlçatan deyil”
    Və “Nəticəni yoxla” düyməsini seçir
    O halda pəncərədə “Ödəniş edilib, amma hesabınıza hələ yazılmayıb. Bir qədər sonra yenidən yoxlayın.” xəbərdarlığı göstərilir
    Və “2030405060” koduna portaldan cəmi “0.00” AZN ödəniş yazılıb
    Əgər bütün sistemlər yenidən işləyir
    Və “Nəticəni yoxla” düyməsini seçir
    O halda ekranda bu məlumat verilir:
      """
      Ödəniş qəbul edildi.
      """
    Və “2030405060” koduna portaldan cəmi “29.15” AZN ödəniş yazılıb

  @e-su.az @ESU-152 @ours @requires_payments
  Ssenari: Hesaba yazılmış ödənişin cavabı gec gəlsə də, o ikinci dəfə yazılmır
    Tutaq ki “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Ödəniş et” xidmətini açır
    Əgər “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Abonent tipi” siyahısından “Əhali” seçir
    Və “Məbləğ” sahəsinə “29.15” yazır
    Və “Kart tipi” siyahısından “Visa” seçir
    Və “ÖDƏNİŞ ET” düyməsini seçir
    Və abonent ödəniş səhifəsində “ödəyir”
    Və “hesablaşma sistemi” 1 dəfə “işi görür, amma cavabı vaxtından sonra gəlir”
    Və “Nəticəni yoxla” düyməsini seçir
    Və “Nəticəni yoxla” düyməsini seçir
    Və sistem növbədəki işləri görür
    O halda “2030405060” koduna portaldan cəmi “29.15” AZN ödəniş yazılıb
    Və “2030405060” kodunun borcu “0.00” AZN-dir

  @e-su.az @ESU-152 @ours @requires_payments
  Ssenari: Hesablaşma sistemi ödənişi qəbul etmədikdə məbləğ qaytarılır
    Tutaq ki “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Ödəniş et” xidmətini açır
    Əgər “Abonent kodu” sahəsinə “2030405060” yazır
    Və “Abonent tipi” siyahısından “Əhali” seçir
    Və “Məbləğ” sahəsinə “29.15” yazır
    Və “Kart tipi” siyahısından “Visa” seçir
    Və “ÖDƏNİŞ ET” düyməsini seçir
    Və abonent ödəniş səhifəsində “ödəyir”
    Və “hesablaşma sistemi” 1 dəfə “rədd edir”
    Və “Nəticəni yoxla” düyməsini seçir
    O halda “Ödəniş” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ     | ad                                                                  |
      | yazı    | Xidmət təşkilatı ödənişi qəbul etmədi. Məbləğ kartınıza qaytarılır. |
      | bölmə   | Ödəniş                                                              |
      | məlumat | Ödəniş nömrəsi                                                      |
      | məlumat | Abonent kodu                                                        |
      | məlumat | Məbləğ                                                              |
      | məlumat | Ödənişin vəziyyəti                                                  |
    Və “Ödənişin vəziyyəti” qarşısında “Geri qaytarılıb” göstərilir
    Və ödəyənə cəmi “29.15” AZN qaytarılıb
    Və “2030405060” koduna portaldan cəmi “0.00” AZN ödəniş yazılıb

  @e-su.az @ESU-149 @ours
  Ssenari: Borcu öyrənmək mümkün olmadıqda məbləğ boş qalır, forma açılır
    Tutaq ki “Kamran” “e-su.az” portalında “Asan imza” daxil olub “Ödəniş et” xidmətini açır
    Və “hesablaşma sistemi” daim “əlçatan deyil”
    Əgər “Abonent kodu” sahəsinə “2030405060” yazır
    Və pəncərə yazılanlara görə yenilənir
    O halda “Məbləğ” sahəsində “” qalıb
    Və “Abonent kodu” sahəsində “2030405060” qalıb

# language: az
@technical_conditions
Özəllik: Texniki şərtin verilməsi (su təchizatı və tullantı sularının axıdılması sisteminə qoşulma)
  Əhali kateqoriyalı abonent tikinti obyektinin su təchizatı və tullantı sularının axıdılması sisteminə
  qoşulması üçün texniki şərt istəyir; operator sənədləri yoxlayır, texniki şərti verir və ya səbəbini
  bildirərək imtina edir.
  Mənbə: 003 nömrəli təlimat, “Ən çox verilən suallar”. Təlimat xidmətin adını, kimin elektron müraciət
  edə bildiyini və saytı bildirir; pəncərələr, icra və bildirişlər bizimdir.

  # --- xidmətə giriş -----------------------------------------------------------------------

  @azersu.az @ESU-188 @ESU-189 @AMB-10 @AMB-44 @ours
  Ssenari: Xidmət azersu.az saytında “Elektron xidmətlər” bölməsindən seçilir
    O halda “azersu.az” portalında “Texniki şərtin verilməsi (su təchizatı və tullantı sularının axıdılması sisteminə qoşulma)” xidmətinə yol belədir:
      | Elektron xidmətlər |
      | Texniki şərtin verilməsi (su təchizatı və tullantı sularının axıdılması sisteminə qoşulma) |

  @azersu.az @ours
  Ssenari: Giriş vasitəsi xidmət seçildikdən sonra soruşulur
    O halda “azersu.az” portalında “Texniki şərtin verilməsi (su təchizatı və tullantı sularının axıdılması sisteminə qoşulma)” xidmətinin giriş pəncərəsi “Giriş vasitəsini seçin” belədir:
      | İdentifikasiya nömrəsi ilə     |
      | SİMA imza ilə                  |
      | Asan imza ilə                  |
      | SİMA Token (Elektron imza) ilə |
      | BSXM Elektron İmza ilə         |
    Və “azersu.az” portalında “Texniki şərtin verilməsi (su təchizatı və tullantı sularının axıdılması sisteminə qoşulma)” xidməti üçün giriş “xidmət seçildikdən sonra” soruşulur

  @azersu.az @ESU-188 @ESU-189 @ours
  Ssenarinin strukturu: Hər giriş vasitəsi ilə xidmət açılır
    Əgər “Aysel” “azersu.az” portalında “<vasitə>” daxil olub “Texniki şərtin verilməsi (su təchizatı və tullantı sularının axıdılması sisteminə qoşulma)” xidmətini açır
    O halda “Texniki şərtin verilməsi (su təchizatı və tullantı sularının axıdılması sisteminə qoşulma)” pəncərəsi açıqdır
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

  @azersu.az @ESU-189 @ours
  Ssenari: Əvvəlcə abonent kodu yazılır
    Əgər “Aysel” “azersu.az” portalında “SİMA imza ilə” daxil olub “Texniki şərtin verilməsi (su təchizatı və tullantı sularının axıdılması sisteminə qoşulma)” xidmətini açır
    Və “Yeni müraciət yarat” düyməsini seçir
    O halda “Yeni müraciət yarat” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ   | ad           |
      | mətn  | Abonent kodu |
      | düymə | Davam et     |

  @azersu.az @ESU-189 @AMB-44
  Ssenarinin strukturu: Yalnız əhali kateqoriyalı abonent davam edə bilir
    Əgər “Orxan” “azersu.az” portalında “SİMA imza ilə” daxil olub “Texniki şərtin verilməsi (su təchizatı və tullantı sularının axıdılması sisteminə qoşulma)” xidmətini açır
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “<kod>” yazır
    Və “Davam et” düyməsini seçir
    O halda “Abonent kodu” sahəsində “<xəbərdarlıq>” xəbərdarlığı göstərilir
    Və “Abonent kodu” sahəsində “<kod>” qalıb
    Və “Müraciət et” pəncərədə yoxdur

    Nümunələr:
      | kod        | xəbərdarlıq |
      | 4050607080 | Bu xidmət üzrə elektron formada yalnız əhali kateqoriyalı abonentlər müraciət edə bilərlər. Digər abonentlər ASAN xidmət, ASAN kommunal mərkəzlərinə və ya rayon Sukanal idarələrinə müraciət edə bilərlər. |
      | 999        | Abonent kodu düzgün deyil.                   |
      | 12A4       | Abonent kodu 1–13 rəqəmdən ibarət olmalıdır. |
      |            | Abonent kodu daxil edilməyib.                |

  @azersu.az @ESU-189 @AMB-21
  Ssenarinin strukturu: Əhali kateqoriyalı kodla davam etmək olur
    Əgər “<kim>” “azersu.az” portalında “SİMA imza ilə” daxil olub “Texniki şərtin verilməsi (su təchizatı və tullantı sularının axıdılması sisteminə qoşulma)” xidmətini açır
    Və “Yeni müraciət yarat” düyməsini seçir
    Və “Abonent kodu” sahəsinə “<kod>” yazır
    Və “Davam et” düyməsini seçir
    O halda heç bir xəbərdarlıq göstərilmir
    Və “Müraciət et” düyməsi var

    # Nigarın yazdığı kod hələ əvvəlki sahibin adınadır.
    Nümunələr:
      | kim   | kod        |
      | Aysel | 1020304050 |
      | Nigar | 3040506070 |

  # --- müraciət forması --------------------------------------------------------------------

  @azersu.az @ESU-188 @ours
  Ssenari: Formada tikinti obyekti və qoşulacaq sistem göstərilir
    Əgər “Aysel” “azersu.az” portalında “SİMA imza ilə” daxil olub “Texniki şərtin verilməsi (su təchizatı və tullantı sularının axıdılması sisteminə qoşulma)” xidmətini açır
    Və “Müraciət et” düyməsi olan pəncərəyə qədər gedir
    O halda “Texniki şərtin verilməsi (su təchizatı və tullantı sularının axıdılması sisteminə qoşulma)” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ     | ad                                             |
      | mətn    | Tikinti obyektinin ünvanı                      |
      | mətn    | Obyektin təyinatı                              |
      | siyahı  | Qoşulacaq sistem                               |
      | fayl    | Mülkiyyət hüququnu təsdiq edən sənədin surəti  |
      | mətn    | Telefon nömrəsi                                |
      | mətn    | Elektron poçt ünvanı                           |
      | bölmə   | Seçilmiş kod                                   |
      | məlumat | Abonent kodu                                   |
      | düymə   | Müraciət et                                    |
    Və “Abonent kodu” qarşısında “1020304050” göstərilir
    Və “Tikinti obyektinin ünvanı” sahəsi “Tikinti obyekti” bölməsindədir
    Və “Obyektin təyinatı” sahəsi “Tikinti obyekti” bölməsindədir
    Və “Qoşulacaq sistem” siyahısında bunlar var:
      | Su təchizatı                                  |
      | Tullantı sularının axıdılması                 |
      | Su təchizatı və tullantı sularının axıdılması |

  @azersu.az @ESU-189 @ours
  Ssenari: Boş formada hər sahənin yanında xəbərdarlıq göstərilir
    Əgər “Aysel” “azersu.az” portalında “SİMA imza ilə” daxil olub “Texniki şərtin verilməsi (su təchizatı və tullantı sularının axıdılması sisteminə qoşulma)” xidmətini açır
    Və “Müraciət et” düyməsi olan pəncərəyə qədər gedir
    Və “Müraciət et” düyməsini seçir
    O halda “Tikinti obyektinin ünvanı” sahəsində “Ünvan daxil edilməyib.” xəbərdarlığı göstərilir
    Və “Obyektin təyinatı” sahəsində “Mətn daxil edilməyib.” xəbərdarlığı göstərilir
    Və “Qoşulacaq sistem” sahəsində “Bu sahəni doldurun.” xəbərdarlığı göstərilir
    Və “Mülkiyyət hüququnu təsdiq edən sənədin surəti” sahəsində “Fayl yüklənməyib.” xəbərdarlığı göstərilir
    Və “Telefon nömrəsi” sahəsində “Telefon nömrəsi daxil edilməyib.” xəbərdarlığı göstərilir
    Və “Elektron poçt ünvanı” sahəsində “Elektron poçt ünvanı daxil edilməyib.” xəbərdarlığı göstərilir
    Və cəmi 0 müraciət qeydiyyata alınıb

  @azersu.az @AMB-65 @ours
  Ssenarinin strukturu: Mülkiyyət sənədi PDF və ya şəkil olmalıdır
    Əgər “Aysel” “azersu.az” portalında “SİMA imza ilə” daxil olub “Texniki şərtin verilməsi (su təchizatı və tullantı sularının axıdılması sisteminə qoşulma)” xidmətini açır
    Və “Müraciət et” düyməsi olan pəncərəyə qədər gedir
    Və “Mülkiyyət hüququnu təsdiq edən sənədin surəti” sahəsinə “<fayl>” yükləyir
    Və qalan sahələri nümunələrlə doldurur
    Və “Müraciət et” düyməsini seçir
    O halda cəmi <sayı> müraciət qeydiyyata alınıb

    Nümunələr:
      | fayl            | sayı |
      | sənədin surəti  | 1    |
      | sayğacın şəkli  | 1    |
      | mətn faylı      | 0    |
      | boş fayl        | 0    |
      | 11 MB-lıq şəkil | 0    |

  @azersu.az @ESU-188 @ESU-189 @ours
  Ssenarinin strukturu: Göndərilən məlumatlar müraciətdə saxlanılır
    Əgər “Aysel” “azersu.az” portalında “SİMA imza ilə” daxil olub “Texniki şərtin verilməsi (su təchizatı və tullantı sularının axıdılması sisteminə qoşulma)” xidmətini açır
    Və “Müraciət et” düyməsi olan pəncərəyə qədər gedir
    Və “Tikinti obyektinin ünvanı” sahəsinə “Sumqayıt şəhəri, Nümunə küçəsi 12” yazır
    Və “Obyektin təyinatı” sahəsinə “İki mərtəbəli yaşayış evi” yazır
    Və “Qoşulacaq sistem” siyahısından “<növ>” seçir
    Və müraciət “Qeydiyyata alındı” statusuna çatdırılır
    O halda müraciətdə “Abonent kodu” “1020304050” kimi qeyd olunub
    Və müraciətdə “Tikinti obyektinin ünvanı” “Sumqayıt şəhəri, Nümunə küçəsi 12” kimi qeyd olunub
    Və müraciətdə “Obyektin təyinatı” “İki mərtəbəli yaşayış evi” kimi qeyd olunub
    Və müraciətdə “Qoşulacaq sistem” “<növ>” kimi qeyd olunub
    Və müraciətdə “Telefon nömrəsi” “+994502001020” kimi qeyd olunub
    Və müraciətdə “Elektron poçt ünvanı” “aysel@example.com” kimi qeyd olunub
    Və icraçı müraciətin “Mülkiyyət hüququnu təsdiq edən sənədin surəti” sahəsindəki “sənəd.pdf” faylını açır

    Nümunələr:
      | növ                                           |
      | Su təchizatı                                  |
      | Tullantı sularının axıdılması                 |
      | Su təchizatı və tullantı sularının axıdılması |

  # --- qeydiyyat və icra -------------------------------------------------------------------

  @azersu.az @ESU-189 @AMB-44 @ours
  Ssenari: “Müraciət et” müraciəti qeydiyyata alır və nömrəsini göstərir
    Əgər “Aysel” “azersu.az” portalında “SİMA imza ilə” daxil olub “Texniki şərtin verilməsi (su təchizatı və tullantı sularının axıdılması sisteminə qoşulma)” xidmətini açır
    Və “Müraciət et” düyməsi olan pəncərəyə qədər gedir
    Və qalan sahələri nümunələrlə doldurur
    Və “Müraciət et” düyməsini seçir
    O halda “Texniki şərtin verilməsi (su təchizatı və tullantı sularının axıdılması sisteminə qoşulma)” pəncərəsi açıqdır
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
    Tutaq ki “Aysel” “azersu.az” portalında “SİMA imza ilə” daxil olub “Texniki şərtin verilməsi (su təchizatı və tullantı sularının axıdılması sisteminə qoşulma)” xidmətini açır
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
      “Texniki şərtin verilməsi (su təchizatı və tullantı sularının axıdılması sisteminə qoşulma)”
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
    Tutaq ki “Aysel” “azersu.az” portalında “SİMA imza ilə” daxil olub “Texniki şərtin verilməsi (su təchizatı və tullantı sularının axıdılması sisteminə qoşulma)” xidmətini açır
    Və müraciət “Qeydiyyata alındı” statusuna çatdırılır
    Və “soraqça” daim “rədd edir”
    Və sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “İcraya yönləndirildi” kimi görür
    Və “İcraya yönləndirmə” işi görülməmiş qalıb

  @azersu.az @ours
  Ssenari: Operator əvvəlcə sənədləri yoxlayır
    Tutaq ki “Aysel” “azersu.az” portalında “SİMA imza ilə” daxil olub “Texniki şərtin verilməsi (su təchizatı və tullantı sularının axıdılması sisteminə qoşulma)” xidmətini açır
    Və müraciət “İcraya yönləndirildi” statusuna çatdırılır
    O halda “Operator” yalnız bu əməliyyatları edə bilər:
      | əməliyyat                               | qeydlər          |
      | Sənədlərin qaydasında olduğunu təsdiqlə |                  |
      | İcrasından imtina et                    | İmtinanın səbəbi |
    Əgər “Operator” “Sənədlərin qaydasında olduğunu təsdiqlə” əməliyyatını edir
    Və sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Sənədlər yoxlanıldı” kimi görür
    Və müraciətin izahında “Sənədləriniz yoxlanılıb, texniki şərt hazırlanır.” yazılıb
    Və müraciət “Operator” siyahısındadır
    Və abonentə “Sənədlər yoxlanıldı” mövzulu cəmi 1 elektron poçt göndərilib
    Və abonentə “elektron poçt” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətinizin sənədləri yoxlanıldı, texniki şərt hazırlanır.
      """
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətinizin sənədləri yoxlanıldı.
      """

  @azersu.az @ESU-188 @ours
  Ssenari: Texniki şərt verilir, nömrəsi abonentə bildirilir
    Tutaq ki “Aysel” “azersu.az” portalında “SİMA imza ilə” daxil olub “Texniki şərtin verilməsi (su təchizatı və tullantı sularının axıdılması sisteminə qoşulma)” xidmətini açır
    Və müraciət “Sənədlər yoxlanıldı” statusuna çatdırılır
    O halda “Operator” yalnız bu əməliyyatları edə bilər:
      | əməliyyat            | qeydlər                |
      | Texniki şərti ver    | Texniki şərtin nömrəsi |
      | İcrasından imtina et | İmtinanın səbəbi       |
    Əgər “Operator” “Texniki şərti ver” əməliyyatını edir
    O halda əməliyyat “Bu sahəni doldurun.” səbəbi ilə qəbul edilmir
    Əgər “Operator” “Texniki şərti ver” əməliyyatını bu qeydlərlə edir:
      | Texniki şərtin nömrəsi | hələ yoxdur |
    O halda əməliyyat “Sənədin nömrəsi düzgün deyil. Belə yazın: TŞ-2026/145.” səbəbi ilə qəbul edilmir
    Əgər “Operator” “Texniki şərti ver” əməliyyatını bu qeydlərlə edir:
      | Texniki şərtin nömrəsi | TŞ-2026/7 |
    Və sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Texniki şərt verildi” kimi görür
    Və müraciətin izahında “İş yekunlaşıb, texniki şərt verilib.” yazılıb
    Və müraciətin izahında “Texniki şərtin nömrəsi: TŞ-2026/7” yazılıb
    Və “azersu.az” portalında “Müraciətin statusunu yoxla” bölməsində müraciətin nəticəsi “Texniki şərtin nömrəsi: TŞ-2026/7”
    Və “Operator” heç bir əməliyyat edə bilməz
    Və abonentə “Texniki şərt verildi” mövzulu cəmi 1 elektron poçt göndərilib
    Və abonentə “elektron poçt” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz üzrə TŞ-2026/7 nömrəli texniki şərt verildi.
      """
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətiniz üzrə texniki şərt verildi. Nömrəsi: TŞ-2026/7
      """

  @azersu.az @ours
  Ssenarinin strukturu: İmtinanın səbəbi abonentə bildirilir
    Tutaq ki “Aysel” “azersu.az” portalında “SİMA imza ilə” daxil olub “Texniki şərtin verilməsi (su təchizatı və tullantı sularının axıdılması sisteminə qoşulma)” xidmətini açır
    Və müraciət “<status>” statusuna çatdırılır
    Əgər “Operator” “İcrasından imtina et” əməliyyatını edir
    O halda əməliyyat “Bu sahəni doldurun.” səbəbi ilə qəbul edilmir
    Əgər “Operator” “İcrasından imtina et” əməliyyatını bu qeydlərlə edir:
      | İmtinanın səbəbi | Sənəd başqa obyektə aiddir. |
    Və sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “İcrasından imtina edildi” kimi görür
    Və müraciətin izahında “Müraciətinizin icrasından imtina edilib.” yazılıb
    Və müraciətin izahında “İmtinanın səbəbi: Sənəd başqa obyektə aiddir.” yazılıb
    Və abonentə “Müraciətin icrasından imtina edildi” mövzulu cəmi 1 elektron poçt göndərilib
    Və abonentə “elektron poçt” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətinizin icrasından imtina edildi. Səbəb: Sənəd başqa obyektə aiddir.
      """
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətinizin icrasından imtina edildi. Səbəb: Sənəd başqa obyektə aiddir.
      """

    Nümunələr:
      | status               |
      | İcraya yönləndirildi |
      | Sənədlər yoxlanıldı  |

  # --- statusun izlənməsi ------------------------------------------------------------------

  @azersu.az @ours
  Ssenari: Status bölməsindən geri qayıtmaq olur
    Tutaq ki “Aysel” “azersu.az” portalında “SİMA imza ilə” daxil olub “Texniki şərtin verilməsi (su təchizatı və tullantı sularının axıdılması sisteminə qoşulma)” xidmətini açır
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
    Tutaq ki “Aysel” “azersu.az” portalında “SİMA imza ilə” daxil olub “Texniki şərtin verilməsi (su təchizatı və tullantı sularının axıdılması sisteminə qoşulma)” xidmətini açır
    Və müraciət “Sənədlər yoxlanıldı” statusuna çatdırılır
    O halda “azersu.az” portalında “Müraciətin statusunu yoxla” bölməsində müraciətin statusu “Sənədlər yoxlanıldı”
    Və “e-su.az” portalında “Müraciətlər” bölməsində müraciətin statusu “Sənədlər yoxlanıldı”
    Və “Kamran” üçün belə müraciət yoxdur

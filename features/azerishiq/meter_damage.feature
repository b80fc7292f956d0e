# language: az
@meter_damage
Özəllik: Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması
  Sayğacı zədələnmiş abonent kodunu, qeyri-əhali abonenti isə baş kodunu və uçot nöqtəsini seçir,
  mobil nömrələrini və elektron poçt ünvanını yazır; “Azərişıq” ASC-nin müvafiq departamentləri
  araşdırır və nəticəni bildirir.
  Mənbə: 004 nömrəli istifadə təlimatı.

  # --- xidmətə giriş -------------------------------------------------------------------------

  @e-gov.az @MD-001 @MD-002 @MD-003 @MD-004 @MD-006 @MD-007 @MD-008 @MD-009 @MD-010 @MD-011 @AMB-52 @AMB-69
  Ssenari: “Elektron hökumət” portalında xidmət “Azərişıq” ASC-nin siyahısından seçilir
    O halda “e-gov.az” portalında “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətinə yol belədir:
      | www.e-gov.az                                                         |
      | E-XİDMƏTLƏR                                                          |
      | BÜTÜN XİDMƏTLƏR                                                      |
      | “Azərişıq” ASC-nin təqdim etdiyi elektron xidmətlər                  |
      | Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması |

  @azerishiq.az @MD-005 @MD-007 @AMB-11 @AMB-67 @ours
  Ssenari: www.azerishiq.az ünvanındakı keçid eyni xidmətə aparır
    O halda “azerishiq.az” portalında “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətinə yol belədir:
      | www.azerishiq.az                                                     |
      | Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması |
    Əgər “Aysel” “azerishiq.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    O halda “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” pəncərəsi açıqdır
    Və “Davam et” düyməsi var
    Əgər müraciət “Departamentlərə göndərildi” statusuna çatdırılır
    O halda müraciət “azerishiq.az” portalından göndərilib
    Və “e-gov.az” portalında “Müraciətlərim” bölməsində müraciətin statusu “Departamentlərə göndərildi”
    Əgər sistem növbədəki işləri görür
    O halda abonentə “sms” vasitəsilə cəmi 1 bildiriş göndərilib

  @e-gov.az @MD-012 @MD-013 @MD-014 @MD-015 @AMB-12 @AMB-13
  Ssenari: Xidmət seçildikdən sonra üç giriş vasitəsindən biri seçilir
    O halda “e-gov.az” portalında “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətinin giriş pəncərəsi “Giriş vasitəsini seçin” belədir:
      | Elektron imza ilə daxil olmaq |
      | Asan imza ilə daxil olmaq     |
      | Elektron hökumət sistemi tərəfindən vətəndaşa verilmiş istifadəçi adı və şifrə ilə daxil olmaq |
    Və “e-gov.az” portalında “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidməti üçün giriş “xidmət seçildikdən sonra” soruşulur

  @e-gov.az @MD-012 @MD-013 @MD-014 @MD-015
  Ssenarinin strukturu: Hər giriş vasitəsi ilə daxil olmaq mümkündür
    Əgər “Aysel” “e-gov.az” portalında “<vasitə>” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    O halda “Davam et” düyməsi var

    Nümunələr:
      | vasitə                        |
      | Elektron imza ilə daxil olmaq |
      | Asan imza ilə daxil olmaq     |
      | Elektron hökumət sistemi tərəfindən vətəndaşa verilmiş istifadəçi adı və şifrə ilə daxil olmaq |

  # --- əsas məlumatlar -----------------------------------------------------------------------

  @e-gov.az @MD-017 @MD-018 @MD-019 @MD-020 @MD-030 @MD-032 @DIF-29 @DIF-30 @AMB-53 @ours
  Ssenari: Əsas məlumatlar avtomatik doldurulur, onlar yazılmır
    Tutaq ki “Aysel” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    O halda “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ     | ad                |
      | siyahı  | Abonent qrupu     |
      | bölmə   | Əsas məlumatlar   |
      | məlumat | Adı, soyadı, ata adı |
      | məlumat | FİN               |
      | məlumat | Qeydiyyat ünvanı  |
      | düymə   | Davam et          |
    Və “Adı, soyadı, ata adı” qarşısında “Aysel Quliyeva Vaqif qızı” göstərilir
    Və “FİN” qarşısında “5XJ1K2A” göstərilir
    Və “Qeydiyyat ünvanı” qarşısında “Bakı şəhəri, Nümunə küçəsi 1, mənzil 5” göstərilir

  @e-gov.az @MD-018 @MD-020 @ours
  Ssenari: Dövlət orqanlarının məlumatları əlçatan olmadıqda seçilən itmir
    Tutaq ki “Aysel” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    Və “fərdi məlumatlar” 1 dəfə “əlçatan deyil”
    Əgər “Abonent qrupu” siyahısından “Əhali” seçir
    Və “Davam et” düyməsini seçir
    O halda pəncərədə “Xidmət hazırda əlçatan deyil. Bir qədər sonra yenidən cəhd edin.” xəbərdarlığı göstərilir
    Və “Abonent qrupu” sahəsində “Əhali” qalıb
    Əgər “Davam et” düyməsini seçir
    O halda “Müraciəti göndər” düyməsi var

  @e-gov.az @MD-002 @MD-018 @MD-020 @MD-030 @ours
  Ssenarinin strukturu: Dövlət orqanlarında məlumat olmadıqda müraciət etmək olmur
    Tutaq ki fərdi məlumatlarda “Aysel” haqqında heç nə yoxdur
    Tutaq ki “Aysel” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    Əgər “Abonent qrupu” siyahısından “<qrup>” seçir
    Və “Davam et” düyməsini seçir
    O halda “Abonent qrupu” sahəsində “Əsas məlumatlarınız dövlət orqanlarının reyestrlərində tapılmadı. “Azərişıq” ASC-yə müraciət edin.” xəbərdarlığı göstərilir
    Və “Davam et” düyməsi var

    Nümunələr:
      | qrup        |
      | Əhali       |
      | Qeyri-əhali |

  @e-gov.az @MD-002 @MD-030 @DIF-30 @AMB-69 @ours
  Ssenari: Forma abonentin qrupuna görə seçilir
    Tutaq ki “Aysel” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    O halda “Abonent qrupu” siyahısında bunlar var:
      | Əhali       |
      | Qeyri-əhali |
    Və “Davam et” düyməsi bundan sonra açılır: “Abonent qrupu”
    Əgər “Davam et” düyməsini seçir
    O halda “Abonent qrupu” sahəsində “Bu sahəni doldurun.” xəbərdarlığı göstərilir

  # --- əhali abonentləri üçün forma --------------------------------------------------------------

  @e-gov.az @MD-019 @MD-021 @MD-022 @MD-023 @MD-030 @MD-031 @MD-032 @MD-033 @MD-034 @MD-035 @MD-037 @MD-040 @DIF-27 @DIF-28 @DIF-29 @DIF-30 @DIF-33 @DIF-34 @AMB-47 @AMB-48 @AMB-49 @ours
  Ssenari: Əhali abonenti kodunu seçir, müraciətin nömrəsi göndərilməmişdən əvvəl göstərilir
    Tutaq ki “Aysel” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    Əgər “Abonent qrupu” siyahısından “Əhali” seçir
    Və “Davam et” düyməsini seçir
    O halda “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ     | ad                   |
      | siyahı  | Abonent kodu         |
      | mətn    | Zədələnmənin təsviri |
      | fayl    | Zədələnmənin şəkli   |
      | mətn    | Mobil No             |
      | mətn    | Əlavə mobil nömrə    |
      | mətn    | Elektron poçt ünvanı |
      | bölmə   | Əsas məlumatlar      |
      | məlumat | Adı, soyadı, ata adı   |
      | məlumat | FİN                  |
      | məlumat | Qeydiyyat ünvanı     |
      | bölmə   | Müraciət məlumatları (Əhali abonentləri üçün) |
      | məlumat | Müraciət nömrəsi     |
      | düymə   | Müraciəti göndər     |
      | düymə   | Geri                 |
    Və “Müraciət nömrəsi” qarşısında müraciətin nömrəsi göstərilir
    Və “Abonent kodu” sahəsi “Müraciət məlumatları (Əhali abonentləri üçün)” bölməsindədir
    Və “Zədələnmənin təsviri” sahəsi “Müraciət məlumatları (Əhali abonentləri üçün)” bölməsindədir
    Və “Zədələnmənin şəkli” sahəsi “Müraciət məlumatları (Əhali abonentləri üçün)” bölməsindədir
    Və “Mobil No” sahəsi “Əlaqə məlumatları” bölməsindədir
    Və “Əlavə mobil nömrə” sahəsi “Əlaqə məlumatları” bölməsindədir
    Və “Elektron poçt ünvanı” sahəsi “Əlaqə məlumatları” bölməsindədir
    Və “Mobil No” sahəsinin izahı belədir:
      """
      Aktiv mobil telefon nömrəsi. Müraciətin nəticəsi bu nömrəyə bildiriləcək.
      """
    Və cəmi 0 müraciət qeydiyyata alınıb

  @e-gov.az @MD-023 @MD-024 @DIF-28
  Ssenari: Kod daxil olan şəxsin adına olan əhali kodlarından seçilir
    Tutaq ki “Aysel” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    Və “Müraciəti göndər” düyməsi olan pəncərəyə qədər gedir
    O halda “Abonent kodu” siyahısında bunlar var:
      | 10020030040 |
    Əgər “Abonent kodu” siyahısından “40050060070” seçir
    Və qalan sahələri nümunələrlə doldurur
    Və “Müraciəti göndər” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Siyahıdan seçin.” xəbərdarlığı göstərilir
    Və cəmi 0 müraciət qeydiyyata alınıb

  @e-gov.az @MD-024 @MD-030 @ours
  Ssenari: Yalnız qeyri-əhali kodu olan şəxs əhali forması ilə müraciət edə bilmir
    Tutaq ki “Orxan” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    Və “Müraciəti göndər” düyməsi olan pəncərəyə qədər gedir
    Əgər qalan sahələri nümunələrlə doldurur
    Və “Müraciəti göndər” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Bu siyahıda seçiləcək heç nə yoxdur.” xəbərdarlığı göstərilir

  # --- qeyri-əhali abonentləri üçün forma ---------------------------------------------------------

  @e-gov.az @MD-019 @MD-025 @MD-026 @MD-027 @MD-028 @MD-030 @MD-031 @MD-032 @MD-033 @MD-034 @MD-035 @MD-037 @MD-040 @DIF-27 @DIF-28 @DIF-30 @DIF-33 @AMB-47 @AMB-48 @AMB-51 @AMB-69 @ours
  Ssenari: Qeyri-əhali abonenti baş kodu və uçot nöqtəsini seçir
    Tutaq ki “Orxan” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    Və “Abonent qrupu” siyahısından “Qeyri-əhali” seçir
    Və “Davam et” düyməsini seçir
    O halda “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ     | ad                   |
      | siyahı  | Baş kod              |
      | siyahı  | Uçot nöqtəsi         |
      | mətn    | Zədələnmənin təsviri |
      | fayl    | Zədələnmənin şəkli   |
      | mətn    | Mobil No             |
      | mətn    | Əlavə mobil nömrə    |
      | mətn    | Elektron poçt ünvanı |
      | bölmə   | Əsas məlumatlar      |
      | məlumat | Adı, soyadı, ata adı   |
      | məlumat | FİN                  |
      | məlumat | Qeydiyyat ünvanı     |
      | bölmə   | Müraciət məlumatları (Qeyri-əhali abonentləri üçün) |
      | məlumat | Müraciət nömrəsi     |
      | düymə   | Müraciəti göndər     |
      | düymə   | Geri                 |
    Və “Müraciət nömrəsi” qarşısında müraciətin nömrəsi göstərilir
    Və “Baş kod” sahəsi “Müraciət məlumatları (Qeyri-əhali abonentləri üçün)” bölməsindədir
    Və “Uçot nöqtəsi” sahəsi “Müraciət məlumatları (Qeyri-əhali abonentləri üçün)” bölməsindədir
    Və “Zədələnmənin təsviri” sahəsi “Müraciət məlumatları (Qeyri-əhali abonentləri üçün)” bölməsindədir
    Və “Zədələnmənin şəkli” sahəsi “Müraciət məlumatları (Qeyri-əhali abonentləri üçün)” bölməsindədir
    Və “Mobil No” sahəsi “Əlaqə məlumatları” bölməsindədir
    Və “Əlavə mobil nömrə” sahəsi “Əlaqə məlumatları” bölməsindədir
    Və “Elektron poçt ünvanı” sahəsi “Əlaqə məlumatları” bölməsindədir
    Və “Baş kod” siyahısında bunlar var:
      | 300400500600700 |
      | 300400500600800 |
    Və cəmi 0 müraciət qeydiyyata alınıb

  @e-gov.az @MD-027 @MD-028 @MD-029
  Ssenari: Uçot nöqtələri seçilən baş koda görə dəyişir
    Tutaq ki “Orxan” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    Və “Abonent qrupu” siyahısından “Qeyri-əhali” seçir
    Və “Davam et” düyməsini seçir
    Əgər “Baş kod” siyahısından “300400500600700” seçir
    Və pəncərə yazılanlara görə yenilənir
    O halda “Uçot nöqtəsi” siyahısında bunlar var:
      | Çörəkxana, istehsal sahəsi |
      | Çörəkxana, anbar           |
    Əgər “Uçot nöqtəsi” siyahısından “Çörəkxana, anbar” seçir
    Və “Baş kod” siyahısından “300400500600800” seçir
    Və qalan sahələri nümunələrlə doldurur
    Və “Müraciəti göndər” düyməsini seçir
    O halda “Uçot nöqtəsi” sahəsində “Siyahıdan seçin.” xəbərdarlığı göstərilir
    Və “Uçot nöqtəsi” siyahısında bunlar var:
      | Mağaza |
    Əgər “Uçot nöqtəsi” siyahısından “Mağaza” seçir
    Və “Müraciəti göndər” düyməsini seçir
    O halda cəmi 1 müraciət qeydiyyata alınıb
    Və müraciətdə “Baş kod” “300400500600800” kimi qeyd olunub
    Və müraciətdə “Uçot nöqtəsi” “Mağaza” kimi qeyd olunub

  @e-gov.az @MD-024 @MD-027
  Ssenari: Başqasının baş kodu seçilə bilməz
    Tutaq ki “Orxan” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    Və “Abonent qrupu” siyahısından “Qeyri-əhali” seçir
    Və “Davam et” düyməsini seçir
    Əgər “Baş kod” siyahısından “200300400500600” seçir
    Və qalan sahələri nümunələrlə doldurur
    Və “Müraciəti göndər” düyməsini seçir
    O halda “Baş kod” sahəsində “Siyahıdan seçin.” xəbərdarlığı göstərilir
    Və cəmi 0 müraciət qeydiyyata alınıb

  @e-gov.az @MD-027 @MD-028 @MD-030 @MD-033 @MD-034 @MD-035 @MD-045
  Ssenari: Qeyri-əhali abonentinin boş formasında hər sahənin yanında xəbərdarlıq göstərilir
    Tutaq ki “Orxan” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    Və “Abonent qrupu” siyahısından “Qeyri-əhali” seçir
    Və “Davam et” düyməsini seçir
    Əgər “Müraciəti göndər” düyməsini seçir
    O halda “Baş kod” sahəsində “Bu sahəni doldurun.” xəbərdarlığı göstərilir
    Və “Uçot nöqtəsi” sahəsində “Bu sahəni doldurun.” xəbərdarlığı göstərilir
    Və “Mobil No” sahəsində “Telefon nömrəsi daxil edilməyib.” xəbərdarlığı göstərilir
    Və “Elektron poçt ünvanı” sahəsində “Elektron poçt ünvanı daxil edilməyib.” xəbərdarlığı göstərilir
    Və cəmi 0 müraciət qeydiyyata alınıb

  @e-gov.az @MD-018 @MD-029 @ours
  Ssenari: Uçot nöqtələri əlçatan olmadıqda yazılanlar itmir
    Tutaq ki “Orxan” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    Və “Abonent qrupu” siyahısından “Qeyri-əhali” seçir
    Və “Davam et” düyməsini seçir
    Əgər “Baş kod” siyahısından “300400500600700” seçir
    Və pəncərə yazılanlara görə yenilənir
    Və “Uçot nöqtəsi” siyahısından “Çörəkxana, anbar” seçir
    Və qalan sahələri nümunələrlə doldurur
    Tutaq ki “uçot nöqtələri” 1 dəfə “vaxtında cavab vermir”
    Əgər “Müraciəti göndər” düyməsini seçir
    O halda cəmi 0 müraciət qeydiyyata alınıb
    Və “Mobil No” sahəsində “050 200 10 20” qalıb
    Əgər “Müraciəti göndər” düyməsini seçir
    O halda cəmi 1 müraciət qeydiyyata alınıb
    Və müraciətdə “Uçot nöqtəsi” “Çörəkxana, anbar” kimi qeyd olunub

  @e-gov.az @MD-022 @MD-026 @AMB-47 @ours
  Ssenarinin strukturu: Geri qayıdıb başqa formanı seçəndə müraciətin nömrəsi dəyişmir
    Tutaq ki “<kim>” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    Və “Abonent qrupu” siyahısından “<əvvəl>” seçir
    Və “Davam et” düyməsini seçir
    O halda “Müraciət nömrəsi” qarşısında müraciətin nömrəsi göstərilir
    Əgər “Geri” düyməsini seçir
    O halda “Abonent qrupu” sahəsində “<əvvəl>” qalıb
    Əgər “Abonent qrupu” siyahısından “<sonra>” seçir
    Və “Davam et” düyməsini seçir
    Və qalan sahələri nümunələrlə doldurur
    Və “Müraciəti göndər” düyməsini seçir
    O halda müraciət həmin nömrə ilə qeydiyyata alınıb
    Və müraciətdə “Abonent qrupu” “<sonra>” kimi qeyd olunub

    Nümunələr:
      | kim   | əvvəl       | sonra       |
      | Aysel | Qeyri-əhali | Əhali       |
      | Orxan | Əhali       | Qeyri-əhali |

  # --- əlaqə məlumatları --------------------------------------------------------------------------

  @e-gov.az @MD-023 @MD-030 @MD-033 @MD-034 @MD-035 @MD-036 @MD-045 @AMB-49 @DIF-33 @DIF-34
  Ssenari: Boş formada hər sahənin yanında xəbərdarlıq göstərilir
    Tutaq ki “Aysel” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    Və “Müraciəti göndər” düyməsi olan pəncərəyə qədər gedir
    O halda “Müraciəti göndər” düyməsi bundan sonra açılır: “Mobil No”
    Və “Müraciəti göndər” düyməsi bundan sonra açılır: “Elektron poçt ünvanı”
    Əgər “Müraciəti göndər” düyməsini seçir
    O halda “Abonent kodu” sahəsində “Bu sahəni doldurun.” xəbərdarlığı göstərilir
    Və “Mobil No” sahəsində “Telefon nömrəsi daxil edilməyib.” xəbərdarlığı göstərilir
    Və “Elektron poçt ünvanı” sahəsində “Elektron poçt ünvanı daxil edilməyib.” xəbərdarlığı göstərilir
    Və cəmi 0 müraciət qeydiyyata alınıb

  @e-gov.az @MD-035 @AMB-50 @DIF-33
  Ssenarinin strukturu: “Mobil No” xanasına aktiv mobil nömrə yazılmalıdır
    Tutaq ki “050 999 99 99” nömrəsi aktiv deyil
    Tutaq ki “Aysel” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    Və “Müraciəti göndər” düyməsi olan pəncərəyə qədər gedir
    Əgər “Mobil No” sahəsinə “<nömrə>” yazır
    Və qalan sahələri nümunələrlə doldurur
    Və “Müraciəti göndər” düyməsini seçir
    O halda “Mobil No” sahəsində “<xəbərdarlıq>” xəbərdarlığı göstərilir
    Və “Mobil No” sahəsində “<nömrə>” qalıb
    Və cəmi 0 müraciət qeydiyyata alınıb

    Nümunələr:
      | nömrə         | xəbərdarlıq                                              |
      | 050 999 99 99 | Bu mobil nömrə aktiv deyil. Aktiv nömrə yazın.           |
      | 012 431 47 67 | Mobil telefon nömrəsi yazın.                             |
      | 050 12        | Telefon nömrəsi düzgün deyil. Belə yazın: 050 123 45 67. |

  @e-gov.az @MD-031 @MD-033 @MD-035 @AMB-50
  Ssenari: Qeyri-əhali abonentinin nömrələri də yoxlanılır
    Tutaq ki “050 999 99 99” nömrəsi aktiv deyil
    Tutaq ki “Orxan” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    Və “Abonent qrupu” siyahısından “Qeyri-əhali” seçir
    Və “Davam et” düyməsini seçir
    Əgər “Mobil No” sahəsinə “050 999 99 99” yazır
    Və “Əlavə mobil nömrə” sahəsinə “012 431 47 67” yazır
    Və qalan sahələri nümunələrlə doldurur
    Və “Müraciəti göndər” düyməsini seçir
    O halda “Mobil No” sahəsində “Bu mobil nömrə aktiv deyil. Aktiv nömrə yazın.” xəbərdarlığı göstərilir
    Və “Əlavə mobil nömrə” sahəsində “Mobil telefon nömrəsi yazın.” xəbərdarlığı göstərilir
    Və cəmi 0 müraciət qeydiyyata alınıb

  @e-gov.az @MD-033 @AMB-49 @DIF-33 @ours
  Ssenari: Əlavə nömrə yazılmaya da bilər, yazılsa, mobil nömrə olmalıdır
    Tutaq ki “050 999 99 99” nömrəsi aktiv deyil
    Tutaq ki “Aysel” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    Və “Müraciəti göndər” düyməsi olan pəncərəyə qədər gedir
    Əgər “Əlavə mobil nömrə” sahəsinə “012 431 47 67” yazır
    Və qalan sahələri nümunələrlə doldurur
    Və “Müraciəti göndər” düyməsini seçir
    O halda “Əlavə mobil nömrə” sahəsində “Mobil telefon nömrəsi yazın.” xəbərdarlığı göstərilir
    Əgər “Əlavə mobil nömrə” sahəsinə “050 999 99 99” yazır
    Və “Müraciəti göndər” düyməsini seçir
    O halda cəmi 1 müraciət qeydiyyata alınıb
    Və müraciətdə “Mobil No” “+994502001020” kimi qeyd olunub
    Və müraciətdə “Əlavə mobil nömrə” “+994509999999” kimi qeyd olunub

  @e-gov.az @MD-035 @AMB-50 @ours
  Ssenari: Nömrənin aktivliyi yoxlanıla bilmədikdə yazılanlar itmir
    Tutaq ki “Aysel” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    Və “Müraciəti göndər” düyməsi olan pəncərəyə qədər gedir
    Və qalan sahələri nümunələrlə doldurur
    Tutaq ki “mobil nömrənin yoxlanışı” 1 dəfə “əlçatan deyil”
    Əgər “Müraciəti göndər” düyməsini seçir
    O halda pəncərədə “Xidmət hazırda əlçatan deyil. Bir qədər sonra yenidən cəhd edin.” xəbərdarlığı göstərilir
    Və “Mobil No” sahəsində “050 200 10 20” qalıb
    Və cəmi 0 müraciət qeydiyyata alınıb
    Əgər “Müraciəti göndər” düyməsini seçir
    O halda cəmi 1 müraciət qeydiyyata alınıb

  @e-gov.az @MD-034 @MD-036 @AMB-49
  Ssenari: Xidmət təşkilatı elektron poçt ünvanını məcburi etməyə bilər
    Tutaq ki “Elektron poçt ünvanı məcburidir” qaydası tətbiq edilmir
    Tutaq ki “Aysel” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    Və “Müraciəti göndər” düyməsi olan pəncərəyə qədər gedir
    Əgər “Abonent kodu” siyahısından “10020030040” seçir
    Və “Mobil No” sahəsinə “050 200 10 20” yazır
    Və “Müraciəti göndər” düyməsini seçir
    Və sistem növbədəki işləri görür
    O halda cəmi 1 müraciət qeydiyyata alınıb
    Və abonentə “sms” vasitəsilə cəmi 1 bildiriş göndərilib
    Və abonentə “elektron poçt” vasitəsilə cəmi 0 bildiriş göndərilib

  @e-gov.az @MD-034 @MD-045
  Ssenari: Səhv poçt ünvanı ilə göndərmək olmur, qalanlar itmir
    Tutaq ki “Aysel” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    Və “Müraciəti göndər” düyməsi olan pəncərəyə qədər gedir
    Əgər “Elektron poçt ünvanı” sahəsinə “aysel(at)example.com” yazır
    Və qalan sahələri nümunələrlə doldurur
    Və “Müraciəti göndər” düyməsini seçir
    O halda “Elektron poçt ünvanı” sahəsində “Elektron poçt ünvanı düzgün deyil.” xəbərdarlığı göstərilir
    Və “Abonent kodu” sahəsində “10020030040” qalıb
    Və “Zədələnmənin şəkli” sahəsində “sayğac.png” qalıb
    Və “Mobil No” sahəsində “050 200 10 20” qalıb

  # --- zədələnmənin təsviri və şəkli ----------------------------------------------------------------

  @e-gov.az @MD-040 @AMB-48 @ours
  Ssenari: Təsvir və şəkil göndərilə bilər, amma mütləq deyil
    Tutaq ki “Aysel” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    Və “Müraciəti göndər” düyməsi olan pəncərəyə qədər gedir
    Əgər “Zədələnmənin təsviri” sahəsinə “Sayğacın şüşəsi sınıb.” yazır
    Və “Zədələnmənin şəkli” sahəsinə “mətn faylı” yükləyir
    Və qalan sahələri nümunələrlə doldurur
    Və “Müraciəti göndər” düyməsini seçir
    O halda “Zədələnmənin şəkli” sahəsində “Fayl zədələnib və ya şəkil deyil. Qəbul edilən növlər: JPEG, PNG.” xəbərdarlığı göstərilir
    Və “Zədələnmənin təsviri” sahəsində “Sayğacın şüşəsi sınıb.” qalıb
    Əgər “Zədələnmənin şəkli” sahəsinə “sayğacın şəkli” yükləyir
    Və “Müraciəti göndər” düyməsini seçir
    O halda cəmi 1 müraciət qeydiyyata alınıb
    Və müraciətdə “Zədələnmənin təsviri” “Sayğacın şüşəsi sınıb.” kimi qeyd olunub
    Və icraçı müraciətin “Zədələnmənin şəkli” sahəsindəki “sayğac.png” faylını açır

  @e-gov.az @MD-023 @MD-033 @MD-034 @MD-040 @AMB-48 @AMB-49
  Ssenari: Adı çəkilən sahələrdən başqa heç nə mütləq deyil
    Tutaq ki “Aysel” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    Və “Müraciəti göndər” düyməsi olan pəncərəyə qədər gedir
    Əgər “Abonent kodu” siyahısından “10020030040” seçir
    Və “Mobil No” sahəsinə “050 200 10 20” yazır
    Və “Elektron poçt ünvanı” sahəsinə “aysel@example.com” yazır
    Və “Müraciəti göndər” düyməsini seçir
    O halda cəmi 1 müraciət qeydiyyata alınıb
    Və müraciətdə “Abonent kodu” “10020030040” kimi qeyd olunub
    Və müraciətdə “Mobil No” “+994502001020” kimi qeyd olunub
    Və müraciətdə “Elektron poçt ünvanı” “aysel@example.com” kimi qeyd olunub

  # --- göndərmə ---------------------------------------------------------------------------------------

  @e-gov.az @MD-022 @MD-037 @MD-038 @MD-039 @MD-041 @MD-042 @MD-046 @MD-048 @DIF-27 @DIF-31 @AMB-47 @AMB-48 @ours
  Ssenari: “Müraciəti göndər” müraciəti həmin nömrə ilə qeydə alır və departamentlərə göndərir
    Tutaq ki “Aysel” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    Və “Müraciəti göndər” düyməsi olan pəncərəyə qədər gedir
    O halda “Müraciət nömrəsi” qarşısında müraciətin nömrəsi göstərilir
    Əgər qalan sahələri nümunələrlə doldurur
    Və “Müraciəti göndər” düyməsini seçir
    O halda “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” pəncərəsi açıqdır
    Və ekranda bu məlumat verilir:
      """
      Müraciətiniz “Azərişıq” ASC-yə göndərildi. Müraciət nömrəniz: _XX_
      """
    Və müraciət həmin nömrə ilə qeydiyyata alınıb
    Və cəmi 1 müraciət qeydiyyata alınıb
    Və “Aysel” müraciətin statusunu “Qeydə alındı” kimi görür
    Və müraciətin izahında “Müraciətiniz qeydə alınıb.” yazılıb
    Və müraciətin izahında “Müraciətə hazırda baxır: Sistem.” yazılıb
    Və müraciət “Departament əməkdaşı” siyahısında deyil
    Əgər sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Departamentlərə göndərildi” kimi görür
    Və müraciətin izahında “Müraciətiniz müvafiq departamentlərə göndərilib.” yazılıb
    Və müraciətin izahında “Müraciətə hazırda baxır: Departament əməkdaşı.” yazılıb
    Və müraciət “Departament əməkdaşı” siyahısındadır
    Və abonentə “Müraciət qeydə alındı” mövzulu cəmi 1 elektron poçt göndərilib
    Və abonentə “elektron poçt” vasitəsilə bu bildiriş göndərilir:
      """
      “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidməti ilə göndərdiyiniz
      müraciət qeydə alındı. Müraciət nömrəniz: _XX_
      """
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      Müraciətiniz qeydə alındı. Nömrə: _XX_
      """
    Və abonentə “elektron poçt” vasitəsilə cəmi 1 bildiriş göndərilib
    Və abonentə “sms” vasitəsilə cəmi 1 bildiriş göndərilib
    Və abonentə “portal” vasitəsilə cəmi 0 bildiriş göndərilib

  @e-gov.az @MD-037 @MD-038
  Ssenari: Qeyri-əhali abonentinin müraciəti də eyni yolla göndərilir
    Tutaq ki “Orxan” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    Və “Abonent qrupu” siyahısından “Qeyri-əhali” seçir
    Və “Davam et” düyməsini seçir
    Əgər qalan sahələri nümunələrlə doldurur
    Və “Müraciəti göndər” düyməsini seçir
    O halda ekranda bu məlumat verilir:
      """
      Müraciətiniz “Azərişıq” ASC-yə göndərildi. Müraciət nömrəniz: _XX_
      """
    Və müraciətdə “Baş kod” “300400500600700” kimi qeyd olunub
    Əgər sistem növbədəki işləri görür
    O halda müraciət “Departament əməkdaşı” siyahısındadır

  @e-gov.az @MD-037 @AMB-47
  Ssenari: “Müraciəti göndər” iki dəfə seçilsə də müraciət birdir
    Tutaq ki “Aysel” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    Və “Müraciəti göndər” düyməsi olan pəncərəyə qədər gedir
    Və qalan sahələri nümunələrlə doldurur
    Və “Müraciəti göndər” düyməsini ardıcıl 2 dəfə seçir
    O halda cəmi 1 müraciət qeydiyyata alınıb

  @e-gov.az @MD-022 @AMB-47
  Ssenari: Yarımçıq qalan müraciət başqa serverdə həmin nömrə ilə davam edir
    Tutaq ki “Aysel” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    Və “Müraciəti göndər” düyməsi olan pəncərəyə qədər gedir
    O halda “Müraciət nömrəsi” qarşısında müraciətin nömrəsi göstərilir
    Əgər işini yarımçıq saxlayıb başqa serverdə davam etdirir
    O halda cəmi 0 müraciət qeydiyyata alınıb
    Əgər qalan sahələri nümunələrlə doldurur
    Və “Müraciəti göndər” düyməsini seçir
    O halda müraciət həmin nömrə ilə qeydiyyata alınıb

  @e-gov.az @MD-038 @ours
  Ssenari: Qeydiyyat alınmadıqda yazılanlar itmir, sonra həmin nömrə ilə göndərilir
    Tutaq ki “Aysel” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    Və “Müraciəti göndər” düyməsi olan pəncərəyə qədər gedir
    O halda “Müraciət nömrəsi” qarşısında müraciətin nömrəsi göstərilir
    Tutaq ki “müraciətlər reyestri” 1 dəfə “əlçatan deyil”
    Əgər qalan sahələri nümunələrlə doldurur
    Və “Müraciəti göndər” düyməsini seçir
    O halda pəncərədə “Müraciətiniz qeydiyyata alınmadı. Bir qədər sonra yenidən cəhd edin.” xəbərdarlığı göstərilir
    Və “Mobil No” sahəsində “050 200 10 20” qalıb
    Və cəmi 0 müraciət qeydiyyata alınıb
    Əgər “Müraciəti göndər” düyməsini seçir
    O halda müraciət həmin nömrə ilə qeydiyyata alınıb

  # --- icra ---------------------------------------------------------------------------------------------

  @e-gov.az @MD-038 @ours
  Ssenari: Aidiyyəti departament bilinmədikdə müraciət yenə də departamentlərə çatır
    Tutaq ki “Aysel” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    Və müraciət “Qeydə alındı” statusuna çatdırılır
    Və “soraqça” daim “rədd edir”
    Və sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Departamentlərə göndərildi” kimi görür
    Və müraciət “Departament əməkdaşı” siyahısındadır
    Və “Departamentə göndərmə” işi görülməmiş qalıb

  @e-gov.az @MD-038 @ours
  Ssenari: Sistemin əməliyyatlarını əməkdaş edə bilməz
    Tutaq ki “Aysel” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    Və müraciət “Qeydə alındı” statusuna çatdırılır
    Əgər “Departament əməkdaşı” “Departamentə göndər” əməliyyatını edir
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Əgər “Departament əməkdaşı” “Departament göstərilmədən göndər” əməliyyatını edir
    O halda əməliyyat “Bu əməliyyat üçün səlahiyyətiniz yoxdur.” səbəbi ilə qəbul edilmir
    Və “Aysel” müraciətin statusunu “Qeydə alındı” kimi görür

  @e-gov.az @MD-043 @MD-044 @MD-046 @MD-047 @MD-048 @DIF-26 @DIF-31 @AMB-46 @ours
  Ssenari: Nəticə abonentə SMS və elektron poçtla bildirilir, “Müraciətlərim” bölməsində də görünür
    Tutaq ki “Aysel” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    Və müraciət “Departamentlərə göndərildi” statusuna çatdırılır
    O halda “Departament əməkdaşı” yalnız bu əməliyyatları edə bilər:
      | əməliyyat       | qeydlər             |
      | Nəticəni bildir | Müraciətin nəticəsi |
    Əgər “Departament əməkdaşı” “Nəticəni bildir” əməliyyatını edir
    O halda əməliyyat “Bu sahəni doldurun.” səbəbi ilə qəbul edilmir
    Əgər “Departament əməkdaşı” “Nəticəni bildir” əməliyyatını bu qeydlərlə edir:
      | Müraciətin nəticəsi | Sayğac yenisi ilə əvəz edildi. |
    O halda əməliyyat qəbul edilir
    Əgər sistem növbədəki işləri görür
    O halda “Aysel” müraciətin statusunu “Nəticələndi” kimi görür
    Və müraciətin izahında “Müraciətinizə baxılıb, nəticəsi məlumdur.” yazılıb
    Və müraciətin izahında “Müraciətin nəticəsi: Sayğac yenisi ilə əvəz edildi.” yazılıb
    Və “Departament əməkdaşı” heç bir əməliyyat edə bilməz
    Və abonentə “Müraciətin nəticəsi” mövzulu cəmi 1 elektron poçt göndərilib
    Və abonentə “elektron poçt” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətinizin nəticəsi: Sayğac yenisi ilə əvəz edildi.
      """
    Və abonentə “sms” vasitəsilə bu bildiriş göndərilir:
      """
      _XX_ nömrəli müraciətinizin nəticəsi: Sayğac yenisi ilə əvəz edildi.
      """
    Və abonentə “elektron poçt” vasitəsilə cəmi 2 bildiriş göndərilib
    Və abonentə “sms” vasitəsilə cəmi 2 bildiriş göndərilib
    Və abonentə “portal” vasitəsilə cəmi 0 bildiriş göndərilib
    Və “e-gov.az” portalında statuslara yol belədir:
      | Müraciətlərim |
    Və “e-gov.az” portalında “Müraciətlərim” bölməsində müraciətin statusu “Nəticələndi”
    Və “e-gov.az” portalında “Müraciətlərim” bölməsində müraciətin nəticəsi “Müraciətin nəticəsi: Sayğac yenisi ilə əvəz edildi.”
    Və “Kamran” üçün belə müraciət yoxdur

  @e-gov.az @MD-043 @MD-044 @ours
  Ssenari: İki əməkdaş eyni anda bildirsə də, nəticə birdir
    Tutaq ki “Aysel” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    Və müraciət “Qeydə alındı” statusuna çatdırılır
    Əgər sistem növbədəki işləri görür
    Və iki “Departament əməkdaşı” eyni anda “Nəticəni bildir” əməliyyatını edir
    O halda əməliyyat “Müraciət bu müddətdə başqası tərəfindən dəyişdirilib. Yenidən baxın.” səbəbi ilə qəbul edilmir
    Və “Aysel” müraciətin statusunu “Nəticələndi” kimi görür

  @e-gov.az @MD-047 @DIF-26 @AMB-46
  Ssenari: “Müraciətlərim” bölməsində yalnız “Azərişıq” ASC-yə göndərilən müraciətlər var
    Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “Borcun araşdırılması üzrə müraciət” xidmətini açır
    Və müraciət “Qeydiyyata alındı” statusuna çatdırılır
    Tutaq ki “Aysel” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    O halda “e-gov.az” portalında “Müraciətlərim” bölməsində bu müraciət yoxdur

  @e-gov.az @e-su.az @MD-007 @DIF-26 @AMB-46
  Ssenari: “Elektron-Su” portalında “Azərişıq” ASC-yə göndərilən müraciət görünmür
    Tutaq ki “Aysel” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    Və müraciət “Qeydə alındı” statusuna çatdırılır
    O halda “e-su.az” portalında “Müraciətlər” bölməsində bu müraciət yoxdur

  @e-gov.az @MD-041 @ours
  Ssenari: SMS göndərişi işləməsə də müraciət departamentlərə çatır, SMS sonra göndərilir
    Tutaq ki “SMS göndərişi” daim “əlçatan deyil”
    Tutaq ki “Aysel” “e-gov.az” portalında “Asan imza ilə daxil olmaq” daxil olub “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” xidmətini açır
    Və müraciət “Qeydə alındı” statusuna çatdırılır
    Əgər sistem növbədəki işləri görür
    O halda müraciət “Departament əməkdaşı” siyahısındadır
    Və abonentə “sms” vasitəsilə cəmi 0 bildiriş göndərilib
    Əgər bütün sistemlər yenidən işləyir
    Və 1 saat keçir
    Və sistem növbədəki işləri görür
    O halda abonentə “sms” vasitəsilə cəmi 1 bildiriş göndərilib

# language: az
@heat_schedule @ocaq-istilik.example @ours
Özəllik: İstiliyin verilmə qrafiki
  Şəhər, rayon və bina seçilir, istiliyin hansı günlərdə veriləcəyi dərhal göstərilir;
  heç nə göndərilmir.

  Ssenari: Xidmət kabinetin xidmətləri arasından seçilir
    O halda “ocaq-istilik.example” portalında “İstiliyin verilmə qrafiki” xidmətinə yol belədir:
      | Xidmətlər                 |
      | İstiliyin verilmə qrafiki |

  Ssenari: Kabinet girişi xidmət seçilməzdən əvvəl soruşur
    O halda “ocaq-istilik.example” portalında “İstiliyin verilmə qrafiki” xidmətinin giriş pəncərəsi “Kabinetə giriş” belədir:
      | Müştəri kartı ilə |
      | Asan imza ilə     |
    Və “ocaq-istilik.example” portalında “İstiliyin verilmə qrafiki” xidməti üçün giriş “xidmət seçilməzdən əvvəl” soruşulur

  Ssenarinin strukturu: Hər iki vasitə ilə daxil olmaq mümkündür
    Əgər “Aysel” “ocaq-istilik.example” portalında “<vasitə>” daxil olub “İstiliyin verilmə qrafiki” xidmətini açır
    O halda “İstiliyin verilmə qrafiki” pəncərəsi açıqdır
    Və heç bir xəbərdarlıq göstərilmir

    Nümunələr:
      | vasitə            |
      | Müştəri kartı ilə |
      | Asan imza ilə     |

  Ssenari: Ünvan pəncərəsində üç siyahı var
    Əgər “Aysel” “ocaq-istilik.example” portalında “Müştəri kartı ilə” daxil olub “İstiliyin verilmə qrafiki” xidmətini açır
    O halda pəncərədə yalnız bunlar var:
      | növ    | ad                              |
      | yazı   | Şəhəri, rayonu və binanı seçin. |
      | siyahı | Şəhər                           |
      | siyahı | Rayon            |
      | siyahı | Bina             |
      | düymə  | Rayonları göstər |
      | düymə  | Binaları göstər  |
      | düymə  | Qrafikə bax      |
    Və “Şəhər” siyahısında bunlar var:
      | Çinarlı |
      | Söyüdlü |
    Və “Qrafikə bax” düyməsi hələ bağlıdır
    Və “Qrafikə bax” düyməsi bundan sonra açılır: “Bina”

  Ssenari: Rayonlar seçilən şəhərindir
    Əgər “Aysel” “ocaq-istilik.example” portalında “Müştəri kartı ilə” daxil olub “İstiliyin verilmə qrafiki” xidmətini açır
    Və “Şəhər” siyahısından “Çinarlı” seçir
    Və “Rayonları göstər” düyməsini seçir
    O halda “Rayon” siyahısında bunlar var:
      | Narlı    |
      | Zeytunlu |
    Əgər “Şəhər” siyahısından “Söyüdlü” seçir
    Və “Rayonları göstər” düyməsini seçir
    O halda “Rayon” siyahısında bunlar var:
      | İrmaq |
    Və heç bir xəbərdarlıq göstərilmir

  Ssenari: Seçilən binanın qrafiki dərhal göstərilir
    Əgər “Aysel” “ocaq-istilik.example” portalında “Müştəri kartı ilə” daxil olub “İstiliyin verilmə qrafiki” xidmətini açır
    Və “Şəhər” siyahısından “Çinarlı” seçir
    Və “Rayonları göstər” düyməsini seçir
    Və “Rayon” siyahısından “Narlı” seçir
    Və “Binaları göstər” düyməsini seçir
    Və işini yarımçıq saxlayıb başqa serverdə davam etdirir
    Və “Bina” siyahısından “Nümunə küçəsi 1” seçir
    Və “Qrafikə bax” düyməsini seçir
    O halda “Şəhər” qarşısında “Çinarlı” göstərilir
    Və “Rayon” qarşısında “Narlı” göstərilir
    Və “Bina” qarşısında “Nümunə küçəsi 1” göstərilir
    Və “İstilik verilən günlər” cədvəlində bunlar var:
      | Gün        | Başlayır | Bitir | Suyun temperaturu |
      | 20.11.2026 | 06:00    | 23:30 | 60 °C             |
      | 21.11.2026 | 06:00    | 23:30 | 60 °C             |
      | 22.11.2026 | 06:00    | 23:30 | 60 °C             |
    Və cəmi 0 müraciət qeydiyyata alınıb

  Ssenari: Qrafik bu gündən başlayır, mövsüm bitəndə boşalır
    Əgər 24 saat keçir
    Və “Aysel” “ocaq-istilik.example” portalında “Müştəri kartı ilə” daxil olub “İstiliyin verilmə qrafiki” xidmətini açır
    Və “Şəhər” siyahısından “Söyüdlü” seçir
    Və “Rayonları göstər” düyməsini seçir
    Və “Rayon” siyahısından “İrmaq” seçir
    Və “Binaları göstər” düyməsini seçir
    Və “Bina” siyahısından “Sahil küçəsi 3” seçir
    Və “Qrafikə bax” düyməsini seçir
    O halda “İstilik verilən günlər” cədvəlində bunlar var:
      | Gün        | Başlayır | Bitir | Suyun temperaturu |
      | 21.11.2026 | 06:00    | 23:30 | 60 °C             |
      | 22.11.2026 | 06:00    | 23:30 | 60 °C             |
    Əgər 48 saat keçir
    Və “Başqa bina” düyməsini seçir
    Və “Qrafikə bax” düyməsini seçir
    O halda “İstilik verilən günlər” cədvəlində bunlar var:
      | Gün        | Başlayır | Bitir | Suyun temperaturu |

  Ssenari: Şəbəkəyə qoşulmayan binanın qrafiki yoxdur
    Əgər “Aysel” “ocaq-istilik.example” portalında “Müştəri kartı ilə” daxil olub “İstiliyin verilmə qrafiki” xidmətini açır
    Və “Şəhər” siyahısından “Çinarlı” seçir
    Və “Rayonları göstər” düyməsini seçir
    Və “Rayon” siyahısından “Narlı” seçir
    Və “Binaları göstər” düyməsini seçir
    Və “Bina” siyahısından “Nümunə küçəsi 2” seçir
    Və “Qrafikə bax” düyməsini seçir
    O halda “Bina” sahəsində “Bu bina istilik şəbəkəsinə qoşulmayıb.” xəbərdarlığı göstərilir
    Və “Bina” sahəsində “Nümunə küçəsi 2” qalıb

  Ssenari: Şəhər dəyişəndə əvvəlki rayon və bina qüvvədən düşür
    Əgər “Aysel” “ocaq-istilik.example” portalında “Müştəri kartı ilə” daxil olub “İstiliyin verilmə qrafiki” xidmətini açır
    Və “Şəhər” siyahısından “Çinarlı” seçir
    Və “Rayonları göstər” düyməsini seçir
    Və “Rayon” siyahısından “Narlı” seçir
    Və “Binaları göstər” düyməsini seçir
    Və “Bina” siyahısından “Nümunə küçəsi 1” seçir
    Və “Şəhər” siyahısından “Söyüdlü” seçir
    Və “Qrafikə bax” düyməsini seçir
    O halda “Rayon” sahəsində “Siyahıdan seçin.” xəbərdarlığı göstərilir
    Və “Rayon” sahəsində “” qalıb
    Və “Bina” sahəsində “Siyahıdan seçin.” xəbərdarlığı göstərilir

  Ssenari: Seçilməyən siyahıların hamısı bir dəfəyə deyilir
    Əgər “Aysel” “ocaq-istilik.example” portalında “Müştəri kartı ilə” daxil olub “İstiliyin verilmə qrafiki” xidmətini açır
    Və “Qrafikə bax” düyməsini seçir
    O halda “Şəhər” sahəsində “Bu sahəni doldurun.” xəbərdarlığı göstərilir
    Və “Rayon” sahəsində “Bu sahəni doldurun.” xəbərdarlığı göstərilir
    Və “Bina” sahəsində “Bu sahəni doldurun.” xəbərdarlığı göstərilir

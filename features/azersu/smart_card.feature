# language: az
@smart_card
Özəllik: İtirilmiş və ya zədələnmiş smart tipli kartların bərpası
  Smart kartı itmiş və ya zədələnmiş abonentə hara müraciət etməli olduğu deyilir. Təlimat bu xidmətin
  elektron formasını bilmir: nə sorğu var, nə də müraciət.
  Mənbə: 003 nömrəli təlimat, “Ən çox verilən suallar”.

  @e-su.az @ESU-009 @ESU-180 @ours
  Ssenari: Xidmət “Elektron-Su” portalının E-xidmətlər siyahısındadır
    O halda “e-su.az” portalında “İtirilmiş və ya zədələnmiş smart tipli kartların bərpası” xidmətinə yol belədir:
      | www.e-su.az                                              |
      | E-xidmətlər                                              |
      | İtirilmiş və ya zədələnmiş smart tipli kartların bərpası |

  @e-su.az @ESU-011 @ESU-012 @ESU-013 @ESU-014 @ESU-015
  Ssenari: “Asan Login” pəncərəsində giriş xidmət seçilməzdən əvvəl soruşulur
    O halda “e-su.az” portalında “İtirilmiş və ya zədələnmiş smart tipli kartların bərpası” xidmətinin giriş pəncərəsi “Asan Login” belədir:
      | Asan imza              |
      | Elektron imza          |
      | İdentifikasiya nömrəsi |
    Və “e-su.az” portalında “İtirilmiş və ya zədələnmiş smart tipli kartların bərpası” xidməti üçün giriş “xidmət seçilməzdən əvvəl” soruşulur

  @e-su.az @ESU-012 @ESU-013 @ESU-014 @ESU-015 @ESU-178 @ESU-179 @ESU-180 @ESU-181
  Ssenarinin strukturu: Hara müraciət etmək deyilir, heç nə soruşulmur və göndərilmir
    Əgər “<kim>” “e-su.az” portalında “<vasitə>” daxil olub “İtirilmiş və ya zədələnmiş smart tipli kartların bərpası” xidmətini açır
    O halda “İtirilmiş və ya zədələnmiş smart tipli kartların bərpası” pəncərəsi açıqdır
    Və pəncərədə yalnız bunlar var:
      | növ  | ad |
      | yazı | Siz bu halda ASAN xidmət, ASAN kommunal mərkəzlərinə və ya rayon Sukanal idarələrinə müraciət edərək itirilmiş və ya zədələnmiş smart tipli kartların bərpası xidmətindən yararlana bilərsiniz. |
    Və cəmi 0 müraciət qeydiyyata alınıb

    # Kodu olmayan vətəndaş da xidməti aça bilər.
    Nümunələr:
      | kim   | vasitə                 |
      | Aysel | Asan imza              |
      | Aysel | Elektron imza          |
      | Nigar | İdentifikasiya nömrəsi |

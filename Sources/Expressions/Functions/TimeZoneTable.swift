extension TimeZoneRules {
  /// Every zone of the IANA time zone database (public domain), release 2025b, from 1970 on.
  ///
  /// A line starts with what a zone's clocks did in 1970, and behind each `/` from when they did otherwise; names
  /// follow, and a line that starts with a space goes on with the line before. `1974` is the start of that year in
  /// UTC, `1ic40` minutes since 1970 in base 36. What clocks do is minutes east of UTC and, where they change twice
  /// a year, two letters of `changes`, with how many minutes they go forward where that is not 60. Changes that no
  /// two years in a row share stand one by one.
  static let table = """
    -720 Etc/GMT+12
    -660 Etc/GMT+11 Pacific/Midway Pacific/Niue Pacific/Pago_Pago Pacific/Samoa US/Samoa
    -660 /1970=-660AC /1974=-660 /199ho=-600 /1ic40=-660 /1m0do=-600 /1tkk0=-660 /1976=-660AC /1983=-660
     /461po=-600 /1984=-600AU /1987=-600AB /2007=-600AD America/Adak America/Atka US/Aleutian
    -600 Etc/GMT+10 HST Pacific/Honolulu Pacific/Johnston Pacific/Tahiti US/Hawaii
    -630 /2rx5i=-570 /1979=-600DQ30 /1991=-570 /6mmfu=-600 Pacific/Rarotonga
    -570 Pacific/Marquesas
    -600 /1970=-600AC /1974=-600 /199g0=-540 /1ic2c=-600 /1m0c0=-540 /1tkic=-600 /1976=-600AC /1983=-600
     /461o0=-540 /1984=-540AU /1987=-540AB /2007=-540AD America/Anchorage US/Alaska
    -480 /1970=-480AC /1974=-480 /199co=-420 /1ibz0=-480 /1m08o=-420 /1tkf0=-480 /1976=-480AC /1980=-480
     /1981=-480CR /1983=-480 /461ko=-420 /4bvj0=-540 /1984=-540AU /1987=-540AB /2007=-540AD America/Juneau
    -480 /1970=-480AC /1974=-480 /199co=-420 /1ibz0=-480 /1m08o=-420 /1tkf0=-480 /1976=-480AC /1984=-480
     /ecogo=-540 /2016=-540AD /2018=-540 /f396c=-480 /fcz4o=-540 /fehmc=-480 /flu0o=-540 /2020=-540AD
     America/Metlakatla
    -660 /1970=-660AC /1974=-660 /199ho=-600 /1ic40=-660 /1m0do=-600 /1tkk0=-660 /1976=-660AC /1983=-660
     /461po=-600 /4bvo0=-540 /1984=-540AU /1987=-540AB /2007=-540AD America/Nome
    -480 /1970=-480AC /1974=-480 /199co=-420 /1ibz0=-480 /1m08o=-420 /1tkf0=-480 /1976=-480AC /1983=-480
     /461ko=-420 /4bvj0=-540 /1984=-540AU /1987=-540AB /2007=-540AD America/Sitka
    -540 /1970=-540AC /1974=-540 /199ec=-480 /1ic0o=-540 /1m0ac=-480 /1tkgo=-540 /1976=-540AC /1987=-540AB
     /2007=-540AD America/Yakutat
    -540 Etc/GMT+9 Pacific/Gambier
    -480 /1976=-480AC /1987=-480AB /2010=-480AD America/Ensenada America/Santa_Isabel America/Tijuana
     Mexico/BajaNorte
    -480 /1970=-480AC /1974=-480 /199co=-420 /1ibz0=-480 /1m08o=-420 /1tkf0=-480 /1976=-480AC /1987=-480AB
     /2007=-480AD America/Los_Angeles PST8PDT US/Pacific
    -480 /1970=-480AC /1987=-480AB /2007=-480AD America/Vancouver Canada/Pacific
    -480 Etc/GMT+8
    -510 /8v8m6=-480 Pacific/Pitcairn
    -420 /1970=-420AC /1974=-420 /1a4f0=-360 /1ibxc=-420 /1m070=-360 /1tkdc=-420 /1976=-420AC /1987=-420AB
     /2007=-420AD America/Boise
    -420 /1972=-420AC /1987=-420AB /1999=-420 /95sn0=-360 /9h11c=-300 /9nq0c=-360 /9yqtc=-420 /2002=-420AB
     /2007=-420AD America/Cambridge_Bay
    -360 /1996=-360BC /1998=-360 /90tpc=-420 /1999=-420AB /2001=-420 /9tcf0=-360 /9xvpc=-420 /2002=-420AB
     /2010=-420AD /2022=-420 /gcen0=-360 /gkhm0=-420 /2023=-420AD America/Ciudad_Juarez
    -420 America/Creston America/Phoenix Etc/GMT+7 MST US/Arizona
    -540 /173j0=-480 /1980=-480AC /1987=-480AB /2007=-480AD /2020=-480 /fpq0o=-420 America/Dawson
    -480 /1970=-480CR /1972=-480 /0q8wo=-420 America/Dawson_Creek
    -420 /1970=-420AC /1974=-420 /199b0=-360 /1ibxc=-420 /1m070=-360 /1tkdc=-420 /1976=-420AC /1987=-420AB
     /2007=-420AD America/Denver America/Shiprock MST7MDT Navajo US/Mountain
    -420 /1972=-420AC /1987=-420AB /2007=-420AD America/Edmonton America/Yellowknife Canada/Mountain
    -480 /1970=-480AC /1987=-480AB /2007=-480AD /2015=-480 /e5c0o=-420 America/Fort_Nelson
    -420 /1996=-420BC /1999=-420 America/Hermosillo
    -480 /1972=-480AC /1979=-480 /2x3so=-360 /32pxc=-420 /1980=-420AC /1987=-420AB /2007=-420AD
     America/Inuvik
    -420 /1996=-420AB /2001=-420 /9tcf0=-360 /9xvpc=-420 /2002=-420AB /2023=-420 America/Mazatlan
     Mexico/BajaSur
    -480 /1980=-480AC /1987=-480AB /2007=-480AD /2020=-480 /fpq0o=-420 America/Whitehorse Canada/Yukon
    -420 /1996=-420AB /2001=-420 /9tcf0=-360 /9xvpc=-420 /2002=-420AB /2010=-420 /clt30=-300 /csabo=-360
     /2011=-360AB /2023=-360 America/Bahia_Banderas
    -360 /189m0=-300 /1aawc=-360 /424a0=-300 /43ugc=-360 America/Belize
    -360 /1970=-360AC /1974=-360 /1999c=-300 /1ibvo=-360 /1m05c=-300 /1tkbo=-360 /1976=-360AC /1987=-360AB
     /2007=-360AD America/Chicago CST6CDT US/Central
    -360 /1996=-360BC /1998=-360 /90tpc=-420 /1999=-420AB /2001=-420 /9tcf0=-360 /9xvpc=-420 /2002=-420AB
     /2022=-420 /gd1z0=-360 America/Chihuahua
    -360 /1979=-360FI /1981=-360 /6lai0=-300 /6qbkc=-360 /6wiy0=-300 /6ya8c=-360 America/Costa_Rica
    -360 /1987=-360CS /1989=-360 America/El_Salvador
    -360 /17yi0=-300 /1arkc=-360 /46ve0=-300 /4ap4c=-360 /6n8i0=-300 /6sf4c=-360 /bdii0=-300 /bi9kc=-360
     America/Guatemala
    -360 /1970=-360AC /1974=-360 /1999c=-300 /1ibvo=-360 /1m05c=-300 /1tkbo=-360 /1976=-360AC /1987=-360AB
     /1991=-360 /6np9c=-300 /bj4ro=-360 /2007=-360AD America/Indiana/Knox America/Knox_IN US/Indiana-Starke
    -300 /03k3o=-240 /096a0=-300 /bj4ro=-360 /2007=-360AD America/Indiana/Tell_City
    -360 /11je0=-300 /1ls8c=-360 /1979=-360EX /1981=-360 /6w08o=-300 /748oc=-360 /77aq0=-300 /8ge0c=-360
     /b1mq0=-300 /b714c=-360 /bdilc=-300 /bi9m0=-360 America/Managua
    -360 /5ps5c=-300 /5w9fo=-360 /1996=-360AB /2001=-360 /9tcdc=-300 /9xvno=-360 /2002=-360AB /2010=-360AD
     America/Matamoros
    -300 /173fo=-360 /1999c=-300 /1ibvo=-360 /1m05c=-300 /1tkbo=-360 /1976=-360AC /1987=-360AB /2007=-360AD
     America/Menominee
    -360 /3r3pc=-300 /40p7o=-360 /1996=-360AB /2001=-360 /9tcdc=-300 /9xvno=-360 /2002=-360AB /2023=-360
     America/Merida
    -360 /1996=-360AB /2001=-360 /9tcdc=-300 /9xvno=-360 /2002=-360AB /2023=-360 America/Mexico_City
     Mexico/General
    -360 /5ps5c=-300 /5w9fo=-360 /1996=-360AB /2001=-360 /9tcdc=-300 /9xvno=-360 /2002=-360AB /2023=-360
     America/Monterrey
    -420 /1970=-420AC /1974=-420 /199b0=-360 /1ibxc=-420 /1m070=-360 /1tkdc=-420 /1976=-420AC /1987=-420AB
     /2007=-420AD /2010=-420 /cl5r0=-360 /2011=-360AD America/North_Dakota/Beulah
    -420 /1970=-420AC /1974=-420 /199b0=-360 /1ibxc=-420 /1m070=-360 /1tkdc=-420 /1976=-420AC /1987=-420AB
     /1992=-420 /6yxr0=-360 /1993=-360AB /2007=-360AD America/North_Dakota/Center
    -420 /1970=-420AC /1974=-420 /199b0=-360 /1ibxc=-420 /1m070=-360 /1tkdc=-420 /1976=-420AC /1987=-420AB
     /2003=-420 /aey70=-360 /2004=-360AB /2007=-360AD America/North_Dakota/New_Salem
    -360 /1996=-360BC /1998=-360 /90tpc=-420 /1999=-420AB /2001=-420 /9tcf0=-360 /9xvpc=-420 /2002=-420AB
     /2010=-420AD /2022=-420 /gcen0=-360 /2023=-360AD America/Ojinaga
    -360 /1970=-360DX /1987=-360DY /2006=-360 /bcnhc=-300 /bj4ro=-360 /2007=-360AD America/Rainy_River
     America/Winnipeg Canada/Central
    -360 /1972=-360AC /1987=-360AB /2000=-360 /9h11c=-300 /9yqro=-360 /2002=-360AB /2007=-360AD
     America/Rankin_Inlet
    -360 America/Regina Canada/Saskatchewan Etc/GMT+6
    -360 /1972=-360AC /1987=-360AB /2000=-360 /9h11c=-300 /9yqro=-360 /2002=-360AB /2006=-360 /bcnhc=-300
     /bukzo=-360 /2008=-360AD America/Resolute
    -420 /0q8v0=-360 America/Swift_Current
    -360 /1987=-360CS /1989=-360 /bdqa0=-300 /bgkgc=-360 America/Tegucigalpa
    -360 /02ot0=-420 /08qmo=-360 /1971=-420BT /1973=-360 /0zyl0=-420 /1686o=-360 /1974=-420BT /1982=-360
     /3zzio=-300 /1983=-360AV /1987=-300 /5er90=-360 /5kdio=-300 /1988=-360AV /1990=-300 /6blh0=-360
     /6hfio=-300 /1991=-360AV /1997=-300 /8j3p0=-360 /8p5io=-300 /8twl0=-360 /8zyeo=-300 /95sd0=-360
     /9bmeo=-300 /2000=-360AV /2008=-300 /bz450=-360 /c55yo=-300 /c9x10=-360 /cgeeo=-300 /clst0=-360
     /crmuo=-300 /cy450=-360 /d1cuo=-300 /2012=-360DS /2015=-300 /2016=-360DT /2019=-360BU /2022=-300
     /gd1p0=-360 /gi0mo=-300 /2023=-360BU Chile/EasterIsland Pacific/Easter
    -300 /50dkc=-360 /768y0=-300 /78dkc=-360 Pacific/Galapagos
    -300 America/Atikokan America/Cayman America/Coral_Harbour America/Panama EST Etc/GMT+5
    -300 /6zsoc=-240 /78fqo=-300 America/Bogota
    -360 /3r3pc=-300 /42n4c=-360 /8839c=-300 /8ecro=-360 /8jbpc=-300 /8uk3o=-240 /8y8a0=-300 /90tno=-360
     /1999=-360AB /2001=-360 /9tcdc=-300 /9xvno=-360 /2002=-360AB /2015=-360 /e491c=-300 America/Cancun
    -300 /11h7o=-240 /173e0=-300 /1997o=-240 /1ibu0=-300 /1975=-300AC /1987=-300AB /2007=-300AD
     America/Detroit US/Michigan
    -300 /4yiwc=-240 /52mmo=-300 /59jkc=-240 /5czyo=-300 /5kt4c=-240 /5o1qo=-300 /7g7sc=-240 /7k3qo=-300
     /c1rsc=-240 /dqf2o=-300 America/Eirunepe
    -300 /03k3o=-240 /096a0=-300 /bcnfo=-240 /bj4q0=-300 /2007=-300AD America/Fort_Wayne
     America/Indiana/Indianapolis America/Indianapolis US/East-Indiana
    -300 /1979=-300AC /1987=-300AB /2007=-300AD /2015=-300 /e5bvo=-240 /fale0=-300 /2019=-300AD
     America/Grand_Turk
    -300 /768wc=-240 /78dio=-300 America/Guayaquil
    -300 /1970=-300BP /1972=-300 /0q8oc=-240 /0v7io=-300 /11h4c=-240 /16h2o=-300 /1cpkc=-240 /1hqmo=-300
     /1975=-300BP /1978=-300 /2m2wc=-240 /2qtyo=-300 /1979=-300BQ /1981=-300CX /1984=-300CY /1986=-300BQ
     /1990=-300 /6c8wc=-240 /6iamo=-300 /1991=-300CZ /1996=-300 /8834c=-240 /8dpcc=-300 /8jbkc=-240
     /8p5kc=-300 /1998=-300BG /2000=-300DA /2004=-300 /apyoc=-240 /bj4oc=-300 /bn8gc=-240 /bud4c=-300
     /byooc=-240 /c5lkc=-300 /2009=-300DB /2011=-300 /cwlsc=-240 /d3y8c=-300 /d89sc=-240 /deywc=-300
     /2013=-300DC America/Havana Cuba
    -300 /1970=-300AC /1974=-300 /1m03o=-240 /1tka0=-300 /bcnfo=-240 /bj4q0=-300 /2007=-300AD
     America/Indiana/Marengo
    -360 /1970=-360AC /1974=-360 /1999c=-300 /1ibvo=-360 /1m05c=-300 /1tkbo=-360 /1z6lc=-300 /250jo=-360
     /2af1c=-300 /bj4ro=-360 /bn8lc=-300 /2008=-300AD America/Indiana/Petersburg
    -300 /1970=-300AC /1973=-300 /bcnfo=-240 /bj4q0=-300 /2007=-300AD America/Indiana/Vevay
    -300 /03k3o=-240 /096a0=-300 /bj4ro=-360 /bn8lc=-300 /2008=-300AD America/Indiana/Vincennes
    -300 /03k3o=-240 /096a0=-300 /bj4ro=-360 /bn8lc=-240 /buky0=-300 /2008=-300AD America/Indiana/Winamac
    -300 /1972=-300AC /1987=-300AB /1999=-300 /95sjo=-240 /9c9u0=-360 /9h11c=-300 /2001=-300AB /2007=-300AD
     America/Iqaluit America/Pangnirtung
    -300 /1997o=-240 /1ibu0=-300 /1m03o=-240 /1tka0=-300 /1976=-300AC /1984=-300 America/Jamaica Jamaica
    -300 /1970=-300AC /1974=-300 /1m03o=-240 /1tka0=-300 /1976=-300AC /1987=-300AB /2007=-300AD
     America/Kentucky/Louisville America/Louisville
    -360 /1970=-360AC /1974=-360 /1999c=-300 /1ibvo=-360 /1m05c=-300 /1tkbo=-360 /1976=-360AC /1987=-360AB
     /2000=-360 /9h11c=-300 /2001=-300AB /2007=-300AD America/Kentucky/Monticello
    -300 /50dkc=-240 /535io=-300 /5bn4c=-240 /5ef2o=-300 /69gwc=-240 /6c8uo=-300 /7ik8c=-240 /7lc6o=-300
     America/Lima
    -300 /1970=-300AC /1987=-300AB /2007=-300AD America/Montreal America/Nassau America/Nipigon
     America/Thunder_Bay America/Toronto Canada/Eastern
    -300 /1970=-300AC /1974=-300 /1997o=-240 /1ibu0=-300 /1m03o=-240 /1tka0=-300 /1976=-300AC /1987=-300AB
     /2007=-300AD America/New_York EST5EDT US/Eastern
    -300 /46gwc=-240 /4bvao=-300 /1984=-300EY /1988=-300EZ /1998=-300 /2005=-300FA /2007=-300 /2012=-300AD
     /2016=-300 /2017=-300AD America/Port-au-Prince
    -300 /4yiwc=-240 /52mmo=-300 /59jkc=-240 /5czyo=-300 /5kt4c=-240 /5o1qo=-300 /c1rsc=-240 /dqf2o=-300
     America/Porto_Acre America/Rio_Branco Brazil/Acre
    -240 America/Anguilla America/Antigua America/Aruba America/Blanc-Sablon America/Curacao
     America/Dominica America/Grenada America/Guadeloupe America/Kralendijk America/La_Paz
     America/Lower_Princes America/Marigot America/Montserrat America/Port_of_Spain America/Puerto_Rico
     America/St_Barthelemy America/St_Kitts America/St_Lucia America/St_Thomas America/St_Vincent
     America/Tortola America/Virgin Etc/GMT+4
    -240 /2bxe0=-180 /2fdsc=-240 /1978=-240FJ /1980=-240 /384a0=-180 /3czsc=-240 America/Barbados
    -240 /4yiuo=-180 /52ml0=-240 /59jio=-180 /5czx0=-240 /5kt2o=-180 /5o1p0=-240 /9bemo=-180 /9fxx0=-240
     /9muuo=-180 /9n2l0=-240 America/Boa_Vista
    -240 /4yiuo=-180 /52ml0=-240 /59jio=-180 /5czx0=-240 /5kt2o=-180 /5o1p0=-240 /5vtqo=-180 /5z2d0=-240
     /6726o=-180 /6aqd0=-240 /6iieo=-180 /6m6l0=-240 /6tquo=-180 /6x790=-240 /7572o=-180 /787x0=-240
     /7g7qo=-180 /1994=-240AN /1996=-180 /86ct0=-240 /8dpao=-180 /8ht10=-240 /8oyuo=-180 /8th10=-240
     /90dyo=-180 /94hp0=-240 /9bemo=-180 /9fxx0=-240 /9muuo=-180 /9qyl0=-240 /9yb2o=-180 /a2710=-240
     /aa6uo=-180 /adfh0=-240 /akzqo=-180 /aonx0=-240 /awpyo=-180 /b0450=-240 /b7gmo=-180 /bbcl0=-240
     /bjceo=-180 /bmst0=-240 /btxio=-180 /2008=-240AN /2012=-180 /d76t0=-240 /dejao=-180 /2013=-240BJ
     /2018=-180 /f2lh0=-240 /falao=-180 /fdtx0=-240 America/Campo_Grande
    -240 /bvnvo=-270 /eiajo=-240 America/Caracas
    -240 /4yiuo=-180 /52ml0=-240 /59jio=-180 /5czx0=-240 /5kt2o=-180 /5o1p0=-240 /5vtqo=-180 /5z2d0=-240
     /6726o=-180 /6aqd0=-240 /6iieo=-180 /6m6l0=-240 /6tquo=-180 /6x790=-240 /7572o=-180 /787x0=-240
     /7g7qo=-180 /1994=-240AN /1996=-180 /86ct0=-240 /8dpao=-180 /8ht10=-240 /8oyuo=-180 /8th10=-240
     /90dyo=-180 /94hp0=-240 /9bemo=-180 /9fxx0=-240 /9muuo=-180 /9qyl0=-240 /9yb2o=-180 /a2710=-240
     /aa6uo=-180 /adfh0=-240 /awpyo=-180 /b0450=-240 /b7gmo=-180 /bbcl0=-240 /bjceo=-180 /bmst0=-240
     /btxio=-180 /2008=-240AN /2012=-180 /d76t0=-240 /dejao=-180 /2013=-240BJ /2018=-180 /f2lh0=-240
     /falao=-180 /fdtx0=-240 America/Cuiaba
    -240 /1972=-240AC /1987=-240AB /2007=-240AD America/Glace_Bay
    -240 /1970=-240AC /1987=-240 /5ejip=-180 /5kt11=-240 /5pryp=-120 /5w97d=-240 /1989=-240BI /2007=-240BV
     /2011=-240 /cwdyp=-180 /d3qgc=-240 /2012=-240AD America/Goose_Bay
    -225 /1qwm9=-180 /6ypqo=-240 America/Guyana
    -240 /1970=-240AC /1987=-240AB /2007=-240AD America/Halifax Canada/Atlantic
    -240 /4yiuo=-180 /52ml0=-240 /59jio=-180 /5czx0=-240 /5kt2o=-180 /5o1p0=-240 /7g7qo=-180 /7k3p0=-240
     America/Manaus Brazil/West
    -240 /37omo=-180 /3d310=-240 America/Martinique
    -240 /1970=-240AC /1973=-240 /1974=-240AC /1987=-240AB /1993=-240BI /2007=-240AD America/Moncton
    -240 /4yiuo=-180 /52ml0=-240 /59jio=-180 /5czx0=-240 /5kt2o=-180 /5o1p0=-240 America/Porto_Velho
    -180 /02ot0=-240 /08qmo=-180 /1971=-240AI /1973=-180 /0zyl0=-240 /1686o=-180 /1974=-240AO /1987=-180
     /5er90=-240 /5kdio=-180 /1988=-240AI /1990=-180 /6blh0=-240 /6hfio=-180 /1991=-240AO /1997=-180
     /8j3p0=-240 /8p5io=-180 /8twl0=-240 /8zyeo=-180 /95sd0=-240 /9bmeo=-180 /2000=-240AI /2008=-180
     /bz450=-240 /c55yo=-180 /c9x10=-240 /cgeeo=-180 /clst0=-240 /crmuo=-180 /cy450=-240 /d1cuo=-180
     /2012=-240AX /2015=-180 /2016=-240CO /2019=-240BO /2022=-180 /gd1p0=-240 /gi0mo=-180 /2023=-240ER
     America/Santiago Chile/Continental
    -270 /01kvi=-300 /0968c=-270 /0buvi=-300 /0kmgc=-270 /0n5ji=-300 /0vuwc=-270 /0yg7i=-300 /173cc=-270
     /19pri=-300 /1ibsc=-240 /9nia0=-300 /9ol60=-240 America/Santo_Domingo
    -240 /1991=-240FH /1993=-240AB /2007=-240AD America/Thule
    -240 /1974=-240AC /1987=-240AB /2007=-240AD Atlantic/Bermuda
    -210 /1970=-210AC /1987=-210 /5ejhv=-150 /5kt07=-210 /5prxv=-90 /5w96j=-210 /1989=-210BI /2007=-210BV
     /2011=-210 /cwdxv=-150 /d3qfi=-210 /2012=-210AD America/St_Johns Canada/Newfoundland
    -180 /4yit0=-120 /52mjc=-180 /59jh0=-120 /5czvc=-180 /5kt10=-120 /5o1nc=-180 /5vtp0=-120 /5z2bc=-180
     /67250=-120 /6aqbc=-180 /82ol0=-120 /86crc=-180 /8dp90=-120 /8hszc=-180 /8oyt0=-120 /8tgzc=-180
     /90dx0=-120 /94hnc=-180 /9bel0=-120 /9fxvc=-180 /9mut0=-120 /9qyjc=-180 /9yb10=-120 /a26zc=-180
     /aa6t0=-120 /adffc=-180 /dej90=-120 /di7fc=-180 America/Araguaina
    -180 /19rx0=-120 /1csrc=-180 /5x8t0=-120 /1989=-180AJ /1993=-120 /79arc=-180 /bwb10=-120 /byojc=-180
     /c5dp0=-120 /c9wzc=-180 America/Argentina/Buenos_Aires America/Buenos_Aires
    -180 /19rx0=-120 /1csrc=-180 /5x8t0=-120 /1989=-180AJ /1991=-120 /6mm3c=-240 /6tquo=-120 /6xujc=-180
     /74z90=-120 /79arc=-180 /aryt0=-240 /asjyo=-180 /bwb10=-120 /byojc=-180 America/Argentina/Catamarca
     America/Argentina/ComodRivadavia America/Catamarca
    -180 /19rx0=-120 /1csrc=-180 /5x8t0=-120 /1989=-180AJ /1991=-120 /6mm3c=-240 /6tquo=-120 /6xujc=-180
     /74z90=-120 /79arc=-180 /bwb10=-120 /byojc=-180 /c5dp0=-120 /c9wzc=-180 America/Argentina/Cordoba
     America/Cordoba America/Rosario
    -180 /19rx0=-120 /1csrc=-180 /5x8t0=-120 /6057c=-180 /67250=-120 /6bdnc=-240 /6iq6o=-180 /6n1p0=-240
     /6tbao=-120 /6xujc=-180 /74z90=-120 /79arc=-180 /bwb10=-120 /byojc=-180 America/Argentina/Jujuy
     America/Jujuy
    -180 /19rx0=-120 /1csrc=-180 /5x8t0=-120 /1989=-180AJ /1991=-120 /6mjvc=-240 /6omeo=-180 /6tqt0=-120
     /6xujc=-180 /74z90=-120 /79arc=-180 /aryt0=-240 /asjyo=-180 /bwb10=-120 /byojc=-180
     America/Argentina/La_Rioja
    -180 /19rx0=-120 /1csrc=-180 /5x8t0=-120 /6057c=-180 /67250=-120 /6bdnc=-240 /6ibqo=-180 /6mjx0=-240
     /6tlao=-180 /6xul0=-240 /74zao=-120 /79arc=-180 /arot0=-240 /avkuo=-180 /bwb10=-120 /byojc=-180
     America/Argentina/Mendoza America/Mendoza
    -180 /19rx0=-120 /1csrc=-180 /5x8t0=-120 /1989=-180AJ /1993=-120 /79arc=-180 /aryt0=-240 /asjyo=-180
     /bwb10=-120 /byojc=-180 America/Argentina/Rio_Gallegos
    -180 /19rx0=-120 /1csrc=-180 /5x8t0=-120 /1989=-180AJ /1991=-120 /6mm3c=-240 /6tquo=-120 /6xujc=-180
     /74z90=-120 /79arc=-180 /bwb10=-120 /byojc=-180 America/Argentina/Salta
    -180 /19rx0=-120 /1csrc=-180 /5x8t0=-120 /1989=-180AJ /1991=-120 /6mjvc=-240 /6omeo=-180 /6tqt0=-120
     /6xujc=-180 /74z90=-120 /79arc=-180 /arxp0=-240 /atmuo=-180 /bwb10=-120 /byojc=-180
     America/Argentina/San_Juan
    -180 /19rx0=-120 /1csrc=-180 /5x8t0=-120 /6057c=-180 /67250=-120 /6borc=-240 /6ibqo=-180 /6mjx0=-240
     /6pe6o=-180 /arxp0=-240 /atmuo=-180 /bwb10=-120 /bwzfc=-180 /bygt0=-240 /c55yo=-180 /c9p90=-240
     /cgeeo=-180 America/Argentina/San_Luis
    -180 /19rx0=-120 /1csrc=-180 /5x8t0=-120 /1989=-180AJ /1991=-120 /6mm3c=-240 /6tquo=-120 /6xujc=-180
     /74z90=-120 /79arc=-180 /aryt0=-240 /asc6o=-180 /bwb10=-120 /byojc=-180 /c5dp0=-120 /c9wzc=-180
     America/Argentina/Tucuman
    -180 /19rx0=-120 /1csrc=-180 /5x8t0=-120 /1989=-180AJ /1993=-120 /79arc=-180 /arwl0=-240 /asjyo=-180
     /bwb10=-120 /byojc=-180 America/Argentina/Ushuaia
    -240 /0uzqo=-180 /1bvh0=-240 /1sseo=-180 /1xh90=-240 /2432o=-180 /28qt0=-240 /2fcmo=-180 /2k0d0=-240
     /2qm6o=-180 /2w8d0=-240 /31vqo=-180 /37j10=-240 /3d6eo=-180 /3isl0=-240 /3ofyo=-180 /3u250=-240
     /3zpio=-180 /45bp0=-240 /4az2o=-180 /4gmd0=-240 /4m9qo=-180 /4rvx0=-240 /4xjao=-180 /535h0=-240
     /58suo=-180 /5ef10=-240 /5k2eo=-180 /5ppp0=-240 /5vd2o=-180 /60z90=-240 /679yo=-180 /6c8t0=-240
     /6hw6o=-180 /6nid0=-240 /6tbao=-180 /6xul0=-240 /74kuo=-180 /7a1h0=-240 /7fpyo=-180 /7kbh0=-240
     /7qzio=-180 /7vjx0=-240 /8292o=-180 /86xx0=-240 /8dpao=-180 /1997=-240FB /1999=-240FC /2002=-240FD
     /2004=-180 /aq6d0=-240 /aw86o=-180 /2005=-240FE /2010=-240FF /2013=-240FG /2025=-180 America/Asuncion
    -180 /4yit0=-120 /52mjc=-180 /59jh0=-120 /5czvc=-180 /5kt10=-120 /5o1nc=-180 /5vtp0=-120 /5z2bc=-180
     /67250=-120 /6aqbc=-180 /6iid0=-120 /6m6jc=-180 /6tqt0=-120 /6x77c=-180 /75710=-120 /787vc=-180
     /7g7p0=-120 /1994=-180AN /1996=-120 /86crc=-180 /8dp90=-120 /8hszc=-180 /8oyt0=-120 /8tgzc=-180
     /90dx0=-120 /94hnc=-180 /9bel0=-120 /9fxvc=-180 /9mut0=-120 /9qyjc=-180 /9yb10=-120 /a26zc=-180
     /aa6t0=-120 /adffc=-180 /d3310=-120 /d76rc=-180 America/Bahia
    -180 /4yit0=-120 /52mjc=-180 /59jh0=-120 /5czvc=-180 /5kt10=-120 /5o1nc=-180 America/Belem
    -180 America/Cayenne Etc/GMT+3
    -180 /02ot0=-240 /08qmo=-180 /1971=-240AI /1973=-180 /0zyl0=-240 /1686o=-180 /1974=-240AO /1987=-180
     /5er90=-240 /5kdio=-180 /1988=-240AI /1990=-180 /6blh0=-240 /6hfio=-180 /1991=-240AO /1997=-180
     /8j3p0=-240 /8p5io=-180 /8twl0=-240 /8zyeo=-180 /95sd0=-240 /9bmeo=-180 /2000=-240AI /2008=-180
     /bz450=-240 /c55yo=-180 /c9x10=-240 /cgeeo=-180 /clst0=-240 /crmuo=-180 /cy450=-240 /d1cuo=-180
     /2012=-240AX /2015=-180 /2016=-240CO /2019=-240BO /2022=-180 /gd1p0=-240 /gi0mo=-180 /2023=-240BO
     /2025=-180 America/Coyhaique
    -180 /4yit0=-120 /52mjc=-180 /59jh0=-120 /5czvc=-180 /5kt10=-120 /5o1nc=-180 /5vtp0=-120 /5z2bc=-180
     /67250=-120 /6aqbc=-180 /9bel0=-120 /9fxvc=-180 /9mut0=-120 /9nabc=-180 /9yb10=-120 /a26zc=-180
     America/Fortaleza
    -180 /4yit0=-120 /52mjc=-180 /59jh0=-120 /5czvc=-180 /5kt10=-120 /5o1nc=-180 /5vtp0=-120 /5z2bc=-180
     /67250=-120 /6aqbc=-180 /82ol0=-120 /86crc=-180 /9bel0=-120 /9fxvc=-180 /9mut0=-120 /9nabc=-180
     /9yb10=-120 /a26zc=-180 America/Maceio
    -240 /38geo=-180 /1987=-180AB /2007=-180AD America/Miquelon
    -180 /03it0=-120 /052bc=-180 /0q0t0=-120 /0sm3c=-180 /19gt0=-90 /1b6yi=-150 /1glg6=-180 /1k1x0=-120
     /1n2rc=-180 /26it0=-120 /28wbc=-180 /2hbp0=-120 /2k4rc=-180 /2szp0=-120 /2vd7c=-180 /2x3h0=-120
     /3717c=-180 /5mcl0=-120 /5oozc=-180 /5xjx0=-120 /6057c=-180 /67hp0=-120 /6b5vc=-180 /6iid0=-120
     /6mm3c=-180 /6tyl0=-120 /6xujc=-180 /74z90=-120 /792zc=-180 /avd10=-120 /b172o=-180 /b78wc=-120
     /2006=-180EV /2015=-120 /e5bqo=-180 America/Montevideo
    -210 /4m9pu=-180 America/Paramaribo
    -180 /02ot0=-240 /08qmo=-180 /1971=-240AI /1973=-180 /0zyl0=-240 /1686o=-180 /1974=-240AO /1987=-180
     /5er90=-240 /5kdio=-180 /1988=-240AI /1990=-180 /6blh0=-240 /6hfio=-180 /1991=-240AO /1997=-180
     /8j3p0=-240 /8p5io=-180 /8twl0=-240 /8zyeo=-180 /95sd0=-240 /9bmeo=-180 /2000=-240AI /2008=-180
     /bz450=-240 /c55yo=-180 /c9x10=-240 /cgeeo=-180 /clst0=-240 /crmuo=-180 /cy450=-240 /d1cuo=-180
     /2012=-240AX /2015=-180 /eipx0=-240 /elj2o=-180 America/Punta_Arenas
    -180 /4yit0=-120 /52mjc=-180 /59jh0=-120 /5czvc=-180 /5kt10=-120 /5o1nc=-180 /5vtp0=-120 /5z2bc=-180
     /67250=-120 /6aqbc=-180 /9bel0=-120 /9fxvc=-180 /9mut0=-120 /9n2jc=-180 /9yb10=-120 /a26zc=-180
     America/Recife
    -240 /4yiuo=-180 /52ml0=-240 /59jio=-180 /5czx0=-240 /5kt2o=-180 /5o1p0=-240 /c1rqo=-180
     America/Santarem
    -180 /4yit0=-120 /52mjc=-180 /59jh0=-120 /5czvc=-180 /5kt10=-120 /5o1nc=-180 /5vtp0=-120 /5z2bc=-180
     /67250=-120 /6aqbc=-180 /6iid0=-120 /6m6jc=-180 /6tqt0=-120 /6x77c=-180 /75710=-120 /787vc=-180
     /7g7p0=-120 /1994=-180AN /1996=-120 /86crc=-180 /8dp90=-120 /8hszc=-180 /8oyt0=-120 /8tgzc=-180
     /90dx0=-120 /94hnc=-180 /9bel0=-120 /9fxvc=-180 /9mut0=-120 /9qyjc=-180 /9yb10=-120 /a26zc=-180
     /aa6t0=-120 /adffc=-180 /akzp0=-120 /aonvc=-180 /awpx0=-120 /b043c=-180 /b7gl0=-120 /bbcjc=-180
     /bjcd0=-120 /bmsrc=-180 /btxh0=-120 /2008=-180AN /2012=-120 /d76rc=-180 /dej90=-120 /2013=-180BJ
     /2018=-120 /f2lfc=-180 /fal90=-120 /fdtvc=-180 America/Sao_Paulo Brazil/East
    -180 /19rx0=-120 /1csrc=-180 /3uzh0=-240 /3zzio=-180 /1983=-240EU /1987=-180 /5er90=-240 /5kdio=-180
     /1988=-240AI /1990=-180 /6blh0=-240 /6hfio=-180 /1991=-240AO /1997=-180 /8j3p0=-240 /8p5io=-180
     /8twl0=-240 /8zyeo=-180 /95sd0=-240 /9bmeo=-180 /2000=-240AI /2008=-180 /bz450=-240 /c55yo=-180
     /c9x10=-240 /cgeeo=-180 /clst0=-240 /crmuo=-180 /cy450=-240 /d1cuo=-180 /2012=-240AX /2015=-180
     /eipx0=-240 /elj2o=-180 Antarctica/Palmer
    0 /25yo0=-180 Antarctica/Rothera
    -240 /4692o=-180 /4asd0=-120 /4hhfc=-180 /4lt10=-120 /4spvc=-180 /1986=-240DV /2001=-240DW /2011=-180
     Atlantic/Stanley
    -180 /37ooc=-120 /3d2xo=-180 /1981=-180CP /1985=-180AY /1990=-180 /6c0xo=-120 /6huxo=-180 /1991=-180AY
     /1996=-180AZ /1999=-180BA /2002=-180EW /2007=-180 /bnnto=-120 /bucxo=-180 /2008=-180AZ /2010=-180BA
     /2013=-180AZ /2016=-180BA /2019=-180AZ /2021=-180BA /2023=-180 /go29o=-120 /2024=-120BB /2029=-120
     /ijopo=-60 /iqdto=-120 /2030=-120BB /2035=-120 /kfb5o=-60 /km09o=-120 /2036=-120CQ America/Godthab
     America/Nuuk
    -120 /4yirc=-60 /52mho=-120 /59jfc=-60 /5czto=-120 /5kszc=-60 /5o1lo=-120 /5vtnc=-60 /5z29o=-120
     /6723c=-60 /6aq9o=-120 /9bejc=-60 /9fxto=-120 /9murc=-60 /9n2ho=-120 /9yazc=-60 /a26xo=-120
     America/Noronha Brazil/DeNoronha
    -120 /37omo=-60 /3d32o=-120 /3ip7c=0 /3obdo=-60 /1982=-60AT /1996=-60BG /2024=-60 /h5zto=-120
     /2025=-120BB /2029=-120 /ijopo=-60 /iqdto=-120 /2030=-120BB /2035=-120 /kfb5o=-60 /km09o=-120
     /2036=-120CQ America/Scoresbysund
    -120 Atlantic/South_Georgia Etc/GMT+2
    -60 /1982=-60AT /1992=-60 /6yplo=0 /74bto=-60 /774zc=0 /79y1o=60 /7cg1o=0 /7fk9o=-60 /1994=-60DU
     /1996=-60BG Atlantic/Azores
    -120 /1uhio=-60 Atlantic/Cape_Verde
    -60 Etc/GMT+1
    0 Africa/Abidjan Africa/Accra Africa/Bamako Africa/Banjul Africa/Conakry Africa/Dakar Africa/Freetown
     Africa/Lome Africa/Nouakchott Africa/Ouagadougou Africa/Timbuktu Atlantic/Reykjavik Atlantic/St_Helena
     Etc/GMT Etc/GMT+0 Etc/GMT-0 Etc/GMT0 Etc/Greenwich Etc/UCT Etc/UTC Etc/Universal Etc/Zulu GMT GMT+0
     GMT-0 GMT0 Greenwich Iceland UCT UTC Universal Zulu
    -60 /1kcxo=0 Africa/Bissau
    -44 /0mpt8=0 Africa/Monrovia
    0 /f141o=60 /fcdlo=0 Africa/Sao_Tome
    -180 /37ooc=-120 /3d2xo=-180 /1981=-180CP /1985=-180AY /1990=-180 /6c0xo=-120 /6huxo=-180 /1991=-180AY
     /1996=-180 /85390=0 America/Danmarkshavn
    0 /2005=0ES120 Antarctica/Troll
    0 /37og0=60 /3d2xo=0 /1981=0AK /1996=0AM Atlantic/Canary
    0 /1981=0AK /1996=0AM Atlantic/Faeroe Atlantic/Faroe
    0 /3u5c0=60 /3zjs0=0 /1983=0AT /1986=0 /53340=60 /58pdo=0 /1987=0AK /1996=0AM Atlantic/Madeira
    60 /0kmbc=0 /1972=0DD /1981=0DE /1995=0DF /1999=0AM Eire Europe/Belfast Europe/Dublin Europe/Guernsey
     Europe/Isle_of_Man Europe/Jersey Europe/London GB GB-Eire
    60 /23xc0=0 /29jk0=60 /2f5s0=0 /1978=0BE /1981=0AT /1986=0AK /1992=0 /6yplo=60 /1993=60AF /1996=60
     /8echo=0 /1997=0AM Europe/Lisbon Portugal
    0 /1977=0BE /1981=0AK /1996=0AM WET
    0 /0etac=60 /0jkec=0 /2as00=60 /2kps0=120 /2qc1o=60 /32nac=0 /389k0=60 /3e3lo=0 /3jps0=60 Africa/Algiers
    60 Africa/Bangui Africa/Brazzaville Africa/Douala Africa/Kinshasa Africa/Lagos Africa/Libreville
     Africa/Luanda Africa/Malabo Africa/Niamey Africa/Porto-Novo Etc/GMT-1
    0 /1ego0=60 /1glac=0 /1zcw0=60 /2272c=0 /2amg0=60 /2f92c=0 /2mug0=60 /2otic=0 /4g4g0=60 /50dac=0
     /c1200=60 /c3w6c=0 /ccbk0=60 /cetic=0 /cmns0=60 /cpomc=0 /cx140=60 /d0pac=0 /d94rc=60 /dbnvc=0
     /dcmbc=60 /ddvvc=0 /dkd7c=60 /dmizc=0 /dnkrc=60 /dpzfc=0 /duqjc=60 /dxijc=0 /dylfc=60 /e17vc=0
     /e5yzc=60 /e8cjc=0 /e9ffc=60 /ecgbc=0 /eh7fc=60 /ejd7c=0 /ekg3c=60 /enwjc=0 /esfvc=60 /eu63c=0
     /evgrc=60 /ez4zc=0 /f3obc=60 /f56rc=0 /f69nc=60 /fg7fc=0 /fhabc=60 /fr0bc=0 /fsazc=60 /g20zc=0
     /g33vc=60 /gctvc=0 /ge4jc=60 /gnujc=0 /goxfc=60 /gyv7c=0 /gzy3c=60 /h9o3c=0 /hayrc=60 /hkorc=0
     /hlrnc=60 /hvpfc=0 /hwsbc=60 /i6ibc=0 /i7szc=60 /ihizc=0 /iilvc=60 /isbvc=0 /itmjc=60 /j3cjc=0
     /j4ffc=60 /jed7c=0 /jfg3c=60 /jp63c=0 /jqgrc=60 /k06rc=0 /k19nc=60 /kaznc=0 /kcabc=60 /km0bc=0
     /knazc=60 /kx0zc=0 /ky3vc=60 /l7tvc=0 /l94jc=60 Africa/Casablanca
    0 /1ego0=60 /1glac=0 /1zcw0=60 /2272c=0 /2amg0=60 /2f92c=0 /2mug0=60 /2otic=0 /4g4g0=60 /1986=60AA
     /1996=60AE Africa/Ceuta
    -60 /1yu1o=0 /1zcw0=60 /2272c=0 /2amg0=60 /2f92c=0 /2mug0=60 /2otic=0 /c1200=60 /c3w6c=0 /ccbk0=60
     /cetic=0 /cmns0=60 /cpomc=0 /cx140=60 /d0pac=0 /d94rc=60 /dbnvc=0 /dcmbc=60 /ddvvc=0 /dkd7c=60 /dmizc=0
     /dnkrc=60 /dpzfc=0 /duqjc=60 /dxijc=0 /dylfc=60 /e17vc=0 /e5yzc=60 /e8cjc=0 /e9ffc=60 /ecgbc=0
     /eh7fc=60 /ejd7c=0 /ekg3c=60 /enwjc=0 /esfvc=60 /eu63c=0 /evgrc=60 /ez4zc=0 /f3obc=60 /f56rc=0
     /f69nc=60 /fg7fc=0 /fhabc=60 /fr0bc=0 /fsazc=60 /g20zc=0 /g33vc=60 /gctvc=0 /ge4jc=60 /gnujc=0
     /goxfc=60 /gyv7c=0 /gzy3c=60 /h9o3c=0 /hayrc=60 /hkorc=0 /hlrnc=60 /hvpfc=0 /hwsbc=60 /i6ibc=0
     /i7szc=60 /ihizc=0 /iilvc=60 /isbvc=0 /itmjc=60 /j3cjc=0 /j4ffc=60 /jed7c=0 /jfg3c=60 /jp63c=0
     /jqgrc=60 /k06rc=0 /k19nc=60 /kaznc=0 /kcabc=60 /km0bc=0 /knazc=60 /kx0zc=0 /ky3vc=60 /l7tvc=0
     /l94jc=60 Africa/El_Aaiun
    60 /329yc=120 /36s4o=60 Africa/Ndjamena
    60 /2alac=120 /2f4mc=60 /2lvyc=120 /2qlyc=60 /5rlac=120 /5v66c=60 /60sec=120 /66emc=60 /6d5yc=120
     /6huuc=60 /b29qc=120 /b6yo0=60 /2006=60AE /2009=60 Africa/Tunis
    60 /37oho=120 /3d2xo=60 /1981=60AA /1996=60AE Arctic/Longyearbyen Atlantic/Jan_Mayen Europe/Berlin
     Europe/Copenhagen Europe/Oslo Europe/Stockholm
    60 /1977=60BD /1981=60AA /1996=60AE CET Europe/Amsterdam Europe/Brussels Europe/Luxembourg MET
    60 /1985=60AA /1996=60AE Europe/Andorra
    60 /1983=60AA /1996=60AE Europe/Belgrade Europe/Ljubljana Europe/Podgorica Europe/Sarajevo Europe/Skopje
     Europe/Zagreb
    60 /1979=60EL /1981=60AA /1996=60AE Europe/Bratislava Europe/Prague
    60 /37oec=120 /3d2uc=60 /1981=60EN /1984=60AA /1996=60AE Europe/Budapest
    60 /1981=60AA /1996=60AE Europe/Busingen Europe/Vaduz Europe/Zurich
    60 /1982=60AA /1996=60AE Europe/Gibraltar
    60 /1974=60EM /1976=60 /1yb0o=120 /23xac=60 /29r8o=120 /2f5qc=60 /1978=60BD /1981=60AA /1996=60AE
     Europe/Madrid
    60 /04mmc=120 /08auc=60 /1971=60BN /1973=60 /10kmc=120 /166uc=60 /1chic=120 /1h1yc=60 /1975=60BS
     /1980=60 /37hto=120 /3cv40=60 /1981=60AA /1996=60AE Europe/Malta
    60 /1yb40=120 /23xac=60 /1977=60BD /1981=60AA /1996=60AE Europe/Monaco Europe/Paris
    60 /04mmc=120 /08auc=60 /1971=60BN /1973=60 /12jqc=120 /167yc=60 /1974=60EK /1977=60BN /1980=60
     /37oho=120 /3d2xo=60 /1981=60AA /1996=60AE Europe/Rome Europe/San_Marino Europe/Vatican
    60 /1cvyc=120 /1hjoo=60 /1o26c=120 /1st8o=60 /1976=60EO /1978=60EP /1980=60 /38iec=120 /3d9go=60
     /3jk6c=120 /3ob8o=60 /3v0ec=120 /3zrgo=60 /45uec=120 /4ayso=60 /4gm6c=120 /4m8ho=60 /1985=60AA
     /1996=60AE Europe/Tirane
    60 /37oec=120 /3d2so=60 /1981=60AA /1996=60AE Europe/Vienna
    60 /1977=60BE /1981=60AK /1988=60AA /1996=60AE Europe/Warsaw Poland
    120 Africa/Blantyre Africa/Bujumbura Africa/Gaborone Africa/Harare Africa/Johannesburg Africa/Kigali
     Africa/Lubumbashi Africa/Lusaka Africa/Maputo Africa/Maseru Africa/Mbabane Etc/GMT-2
    120 /03pac=180 /08fc0=120 /0eyuc=180 /0jow0=120 /0q9ic=180 /0uzk0=120 /11j2c=180 /16940=120 /1csmc=180
     /1hio0=120 /1o26c=180 /1ss80=120 /1zcuc=180 /242w0=120 /2amec=180 /2fcg0=120 /2lvyc=180 /2qm00=120
     /2x5ic=180 /31vk0=120 /38g6c=180 /3d680=120 /3jpqc=180 /3ofs0=120 /3xlqc=180 /3zpc0=120 /48guc=180
     /4ayw0=120 /4hjic=180 /4m9k0=120 /4st2c=180 /4xj40=120 /542mc=180 /58so0=120 /5fc6c=180 /5k280=120
     /5qmuc=180 /5vcw0=120 /621yc=180 /66mg0=120 /6d5yc=180 /6hw00=120 /6ofic=180 /6t5k0=120 /6zq6c=180
     /74g80=120 /7azqc=180 /7fps0=120 /7m9ac=180 /7qzc0=120 /1995=120DH /2006=120 /bdfwo=180 /bhz70=120
     /booco=180 /bss30=120 /bzwso=180 /c3sr0=120 /cb58o=180 /cetf0=120 /cmlgo=180 /cprv0=120 /cqp8o=180
     /crcj0=120 /dw6ko=180 /dxh70=120 /dyk4o=180 /e0ab0=120 /2023=120DI Africa/Cairo Egypt
    120 /03p8o=180 /08ur0=120 /0exoo=180 /0k4b0=120 /0q8co=180 /0vez0=120 /11gso=180 /16oj0=120 /1cp8o=180
     /1hy30=120 /1nxoo=180 /1t7n0=120 /1z64o=180 /24ib0=120 /2aeko=180 /2frv0=120 /2luso=180 /2r1f0=120
     /2x38o=180 /32az0=120 /38boo=180 /3dln0=120 /3jk4o=180 /3ov70=120 /3usko=180 /404r0=120 /4610o=180
     /4beb0=120 /4hh8o=180 /4moz0=120 /4spoo=180 /4xyj0=120 /9emgo=180 /fzw30=120 Africa/Juba
    120 /03p8o=180 /08ur0=120 /0exoo=180 /0k4b0=120 /0q8co=180 /0vez0=120 /11gso=180 /16oj0=120 /1cp8o=180
     /1hy30=120 /1nxoo=180 /1t7n0=120 /1z64o=180 /24ib0=120 /2aeko=180 /2frv0=120 /2luso=180 /2r1f0=120
     /2x38o=180 /32az0=120 /38boo=180 /3dln0=120 /3jk4o=180 /3ov70=120 /3usko=180 /404r0=120 /4610o=180
     /4beb0=120 /4hh8o=180 /4moz0=120 /4spoo=180 /4xyj0=120 /9emgo=180 /ez830=120 Africa/Khartoum
    120 /3r9wo=60 /3u1yc=120 /3zp8o=60 /45bic=120 /4ayso=60 /4gm6c=120 /4m9go=60 /4s1ac=120 /4xj0o=60
     /538mc=120 /58uso=60 /5eeuc=120 /5k24o=60 /5ppic=120 /5vcso=60 /60z2c=120 /66mco=60 /6d9ac=120
     /8dico=60 /8j92c=120 /df5c0=60 /djfs0=120 Africa/Tripoli Libya
    120 /7kzoo=60 /7q5do=120 /1995=60FK /2018=120 Africa/Windhoek
    120 /0rv8o=180 /0uzf0=120 /11j0o=180 /168z0=120 /1csko=180 /1hij0=120 /1o24o=180 /1ss30=120 /1zcso=180
     /242r0=120 /1977=120CA /1979=120 /4hjgo=180 /4mq30=120 /4st0o=180 /4xzn0=120 /542ko=180 /59970=120
     /5fc4o=180 /5kir0=120 /5rl8o=180 /5vtf0=120 /626co=180 /672z0=120 /6d5wo=180 /6icj0=120 /6ofgo=180
     /6tm30=120 /6zq4o=180 /74jf0=120 /1993=120AQ /1999=120CG Asia/Beirut
    120 /1ni4o=180 /1t4b0=120 /1zsco=180 /24dv0=120 /29r8o=180 /2f5n0=120 /2kzoo=180 /2qmz0=120 /1979=120CF
     /1981=120AQ /1998=120 /8ubwo=180 /90tdo=120 /1999=120AG /2016=120 /eh7do=180 /ez4xo=120 /2018=120AG
     Asia/Famagusta
    120 /1ev0o=180 /1hvv0=120 /1npwo=180 /1rtn0=120 /3bcko=180 /3cn8o=120 /4hp0o=180 /4l5go=120 /4sa4o=180
     /4wln0=120 /54lgo=180 /581v0=120 /5euco=180 /5ji30=120 /5pzgo=180 /5uir0=120 /61v8o=180 /65r70=120
     /1990=120BH /1992=120 /6ypgo=180 /73ob0=120 /7a3go=180 /7ewr0=120 /7lbwo=180 /7pxf0=120 /7wkco=180
     /81dn0=120 /1996=120BK /1999=120BW /2004=120 /aqjgo=180 /avq4o=120 /b1rwo=180 /b732c=120 /bclwo=180
     /bhz70=120 /bnvgo=180 /bsyuc=120 /bz1oo=180 /c3sr0=120 /caa4o=180 /cf90o=120 /cljop=180 /cprv0=120
     /cwysp=180 /d0qb0=120 /d878o=180 /ddloo=120 /djfoo=180 /dp1v0=120 /duo4o=180 /e15f0=120 /e5xoo=180
     /ecdwo=120 /2016=120BX /2019=120 /ff24o=180 /flkj0=120 /fqboo=180 /fwt0o=120 /g1k4o=180 /g884o=120
     /gctoo=180 /gjhqc=120 /gp400=180 /guq6c=120 /h04o0=180 /h5ymc=120 /hb5c0=180 /hh72c=120 /hly80=180
     /hsfic=120 /2027=120BY /2030=120BZ /2035=120 /kfa00=180 /klz2c=120 /kqq80=180 /kwzqc=120 /l1yo0=180
     /l80ec=120 Asia/Gaza
    120 /1ev0o=180 /1hvv0=120 /1npwo=180 /1rtn0=120 /3bcko=180 /3cn8o=120 /4hp0o=180 /4l5go=120 /4sa4o=180
     /4wln0=120 /54lgo=180 /581v0=120 /5euco=180 /5ji30=120 /5pzgo=180 /5uir0=120 /61v8o=180 /65r70=120
     /1990=120BH /1992=120 /6ypgo=180 /73ob0=120 /7a3go=180 /7ewr0=120 /7lbwo=180 /7pxf0=120 /7wkco=180
     /81dn0=120 /1996=120BK /1999=120BW /2004=120 /aqjgo=180 /avq4o=120 /b1rwo=180 /b732c=120 /bclwo=180
     /bhz70=120 /bnvgo=180 /bsyuc=120 /bz1oo=180 /c3w30=120 /caa4o=180 /cf90o=120 /cliko=180 /cprv0=120
     /cwysp=180 /d0qb0=120 /d1mko=180 /d2kz0=120 /d878o=180 /ddloo=120 /djfoo=180 /dp1v0=120 /duo4o=180
     /e15f0=120 /e5xoo=180 /ecdwo=120 /2016=120BX /2019=120 /ff24o=180 /flkj0=120 /fqboo=180 /fwt0o=120
     /g1k4o=180 /g884o=120 /gctoo=180 /gjhqc=120 /gp400=180 /guq6c=120 /h04o0=180 /h5ymc=120 /hb5c0=180
     /hh72c=120 /hly80=180 /hsfic=120 /2027=120BY /2030=120BZ /2035=120 /kfa00=180 /klz2c=120 /kqq80=180
     /kwzqc=120 /l1yo0=180 /l80ec=120 Asia/Hebron
    120 /1ev0o=180 /1hvv0=120 /1npwo=180 /1rtn0=120 /3bcko=180 /3cn8o=120 /4hp0o=180 /4l5go=120 /4sa4o=180
     /4wln0=120 /54lgo=180 /581v0=120 /5euco=180 /5ji30=120 /5pzgo=180 /5uir0=120 /61v8o=180 /65r70=120
     /1990=120BH /1992=120 /6ypgo=180 /73ob0=120 /7a3go=180 /7ewr0=120 /7lbwo=180 /7pxf0=120 /7wkco=180
     /81dn0=120 /87d8o=180 /8d2r0=120 /8itgo=180 /8oa30=120 /8u1wo=180 /8zar0=120 /95q00=180 /9ah2c=120
     /9he00=180 /9msco=120 /9shyc=180 /9xoko=120 /a3fac=180 /a9cko=120 /aenqc=180 /akhoo=120 /aq9ic=180
     /avg4o=120 /b1cg0=180 /b78mc=120 /bckw0=180 /bi9ac=120 /bntc0=180 /bt26c=120 /bz1s0=180 /c4xyc=120
     /caa80=180 /cfymc=120 /clio0=180 /cqric=120 /cwyw0=180 /d2nac=120 /d87c0=180 /ddnyc=120 /2013=120DJ
     Asia/Jerusalem Asia/Tel_Aviv Israel
    120 /1ni4o=180 /1t4b0=120 /1zsco=180 /24dv0=120 /29r8o=180 /2f5n0=120 /2kzoo=180 /2qmz0=120 /1979=120CF
     /1981=120AQ /1998=120 /8ubwo=180 /90tdo=120 /1999=120AG Asia/Nicosia Europe/Nicosia
    120 /29rdo=180 /2f5to=120 /2kzto=180 /2qm1o=120 /1979=120CT /1981=120BF /1996=120AG EET
    120 /1nh0o=180 /1uico=120 /1yqo0=180 /24cw0=120 /29rc0=180 /2f6w0=120 /2kzs0=180 /2qe9o=120 /2w8jo=180
     /31tac=120 /37iso=180 /3d2r0=120 /1981=120BF /1996=120AG Europe/Athens
    120 /2xyco=180 /31ub0=120 /37ob0=180 /3d2so=120 /1981=120AA /1991=120AT /1994=120EQ /1996=120 /87v0o=180
     /8ecb0=120 /1997=120AG Europe/Bucharest
    180 /3isb0=240 /3oflc=180 /3u1v0=240 /3zp5c=180 /45bf0=240 /4aypc=180 /4gm30=240 /4m8ec=180 /1985=180AA
     /1990=180 /6c0uc=240 /6dbgo=180 /6huw0=120 /6nh40=180 /6t3c0=120 /1992=120CH /1996=120 /87v0o=180
     /8ecb0=120 /1997=120AE Europe/Chisinau Europe/Tiraspol
    120 /1981=120AP /1983=120BF /1996=120AG Europe/Helsinki Europe/Mariehamn
    180 /3isb0=240 /3oflc=180 /3u1v0=240 /3zp5c=180 /45bf0=240 /4aypc=180 /4gm30=240 /4m8ec=180 /1985=180AA
     /1989=180 /66eo0=120 /1990=120AA /1996=120AE /2011=120 /cwtc0=180 /e17qc=120 Europe/Kaliningrad
    180 /3isb0=240 /3oflc=180 /3u1v0=240 /3zp5c=180 /45bf0=240 /4aypc=180 /4gm30=240 /4m8ec=180 /1985=180AA
     /1990=180 /6c0uc=240 /6f1oo=180 /6t3c0=120 /1992=120AP /1996=120 /87v40=180 /8echo=120 /1997=120AG
     Europe/Kiev Europe/Kyiv Europe/Uzhgorod Europe/Zaporozhye
    180 /3isb0=240 /3oflc=180 /3u1v0=240 /3zp5c=180 /45bf0=240 /4aypc=180 /4gm30=240 /4m8ec=180 /1985=180AA
     /1989=180 /66eo0=120 /1990=120AA /1997=120AG /2000=120 /2001=120AG Europe/Riga
    120 /2w830=180 /31vgo=120 /37ob0=180 /3d3wo=120 /3iwr0=180 /3obac=120 /3u570=180 /3zjs0=120 /1983=120AA
     /1991=120AQ /1996=120 /87v0o=180 /8ecb0=120 /1997=120AG Europe/Sofia
    180 /3isb0=240 /3oflc=180 /3u1v0=240 /3zp5c=180 /45bf0=240 /4aypc=180 /4gm30=240 /4m8ec=180 /1985=180AA
     /1989=180 /66eo0=120 /1990=120AA /1996=120BL /1998=120 /8uc00=180 /90tdo=120 /95kho=180 /9c9lo=120
     /2002=120AG Europe/Tallinn
    180 /3isb0=240 /3oflc=180 /3u1v0=240 /3zp5c=180 /45bf0=240 /4aypc=180 /4gm30=240 /4m8ec=180 /1985=180AA
     /1989=180 /66eo0=120 /1990=120AA /1996=120BL /1998=120 /90tdo=60 /95kho=120 /2003=120AG Europe/Vilnius
    180 Africa/Addis_Ababa Africa/Asmara Africa/Asmera Africa/Dar_es_Salaam Africa/Djibouti Africa/Kampala
     Africa/Mogadishu Africa/Nairobi Antarctica/Syowa Asia/Aden Asia/Kuwait Asia/Riyadh Etc/GMT-3
     Indian/Antananarivo Indian/Comoro Indian/Mayotte
    120 /12n0o=180 /168z0=120 /1csko=180 /1hij0=120 /1o24o=180 /1ss30=120 /1zcso=180 /25170=120 /1977=120CA
     /1979=120 /4rvoo=180 /4xiz0=120 /1986=120DZ /1989=120 /6244o=180 /66rv0=120 /6d1go=180 /6i0b0=120
     /6nzwo=180 /6t0z0=120 /6z2so=180 /74h70=120 /7a3go=180 /7fpn0=120 /7lbwo=180 /7qij0=120 /1995=120BK
     /1999=120 /98hwo=180 /9b4co=120 /2000=120EA /2002=120 /a3f8o=180 /a91go=120 /aenoo=180 /al50o=120
     /apw4o=180 /aw5oo=120 /b1cco=180 /b6yko=120 /2006=120CB /2012=120 /d878o=180 /drn70=120 /2014=120CB
     /2022=120 /gbwco=180 Asia/Amman
    180 /3uz70=240 /3zp5c=180 /45ab0=240 /4aypc=180 /4gm30=240 /4m9dc=180 /4rvn0=240 /4xgso=180 /1986=180AK
     /1991=180 /6ni80=240 /6t5k0=180 /6ysw0=240 /74g80=180 /7a2g0=240 /7fps0=180 /7lc00=240 /7qzc0=180
     /7wlk0=240 /828w0=180 /87w80=240 /8djk0=180 /8j5s0=240 /8ot40=180 /8ufc0=240 /902o0=180 /95ow0=240
     /9bc80=180 /9gzk0=240 /9mmw0=180 /9s940=240 /9xwg0=180 /a3io0=240 /a9600=180 /aes80=240 /akfk0=180
     /aq2w0=240 /avq80=180 /b1cg0=240 /b6zs0=180 /bcm00=240 /bi9c0=180 /bnvk0=240 /btiw0=180 Asia/Baghdad
    240 /0r7tc=180 Asia/Bahrain Asia/Qatar
    120 /03pc0=180 /08fac=120 /0eyw0=180 /0jouc=120 /0q9k0=180 /0uzic=120 /11j40=180 /1692c=120 /1cso0=180
     /1himc=120 /1o280=180 /1ss6c=120 /1zcw0=180 /242uc=120 /2amg0=180 /2ef2c=120 /2lw00=180 /2pomc=120
     /45kg0=180 /4ayuc=120 /4gv40=180 /4m9ic=120 /51sg0=180 /591ic=120 /5dgg0=180 /5kzic=120 /5p6o0=180
     /5wa6c=120 /60y00=180 /66mec=120 /6c8o0=180 /6huuc=120 /6ni4o=180 /6t5f0=120 /6z0ko=180 /74g30=120
     /1993=120EB /1995=120 /7wlgo=180 /828r0=120 /87w4o=180 /8djf0=120 /8j4ko=180 /8osz0=120 /8ud0o=180
     /902j0=120 /95oso=180 /9bc30=120 /9gzgo=180 /9mmr0=120 /9s90o=180 /9xwb0=120 /a3iko=180 /a95v0=120
     /aes4o=180 /akff0=120 /aq2so=180 /avq30=120 /b1cco=180 /b6zn0=120 /bclwo=180 /bhz70=120 /bnt8o=180
     /buib0=120 /bz9go=180 /c5rv0=120 /caa4o=180 /cgz70=120 /2010=120EC /2012=120ED /2022=120 /gcrgo=180
     Asia/Damascus
    120 /12jqc=180 /17auc=120 /1bu80=180 /1ijac=120 /1mts0=180 /1trqc=120 /1y3c0=180 /2506c=120 /29rc0=180
     /2ft2c=120 /2kzs0=180 /491yc=240 /4azwo=180 /4n7yc=120 /4sguc=180 /4xfqc=120 /1986=120AK /1994=120
     /7kymc=180 /7qsmc=120 /7weuc=180 /8212c=120 /1996=120AM /2007=120AG /2011=120 /cwuho=180 /d3iho=120
     /2012=120DG /2014=120 /durlo=180 /e17to=120 /e5yxo=180 /ecvto=120 /eh7do=180 Asia/Istanbul
     Europe/Istanbul Turkey
    240 /3is9c=300 /3ofjo=240 /3u1tc=300 /3zp3o=240 /45bdc=300 /4ayno=240 /4gm1c=300 /4m8co=240 /1985=240AA
     /1989=240 /66emc=180 /6c0uc=240 /6huuc=180 /6nh2c=240 /74bqc=180 /1993=180AF /1996=180AE /2011=180
     /cwtac=240 /e17oo=180 Europe/Kirov
    180 /3isb0=240 /3oflc=180 /3u1v0=240 /3zp5c=180 /45bf0=240 /4aypc=180 /4gm30=240 /4m8ec=180 /1985=180AA
     /1990=180 /6t3c0=120 /1992=120AP /1996=120AE /2011=120 /cwtc0=180 Europe/Minsk
    180 /3isb0=240 /3oflc=180 /3u1v0=240 /3zp5c=180 /45bf0=240 /4aypc=180 /4gm30=240 /4m8ec=180 /1985=180AA
     /1991=180 /6t3c0=120 /6wjs0=180 /6ypic=240 /74bqc=180 /1993=180AF /1996=180AE /2011=180 /cwtac=240
     /e17oo=180 Europe/Moscow W-SU
    180 /3isb0=240 /3oflc=180 /3u1v0=240 /3zp5c=180 /45bf0=240 /4aypc=180 /4gm30=240 /4m8ec=180 /1985=180AA
     /1990=180 /6f1qc=120 /1992=120AP /1994=120 /7l6g0=180 /7m970=240 /7qsmc=180 /7weuc=240 /8212c=180
     /87uz0=240 /8ecg0=180 /8pkxo=120 /1998=120AG /2014=120 /duqg0=240 /e17oo=180 Europe/Simferopol
    240 /3is9c=300 /3ofjo=240 /3u1tc=300 /3zp3o=240 /45bdc=300 /4ayno=240 /4gm1c=300 /4m8co=240 /1985=240AA
     /1988=240 /5v66c=180 /1989=180CN /1991=180 /6nh2c=240 /74bqc=180 /1993=180AF /1996=180AE /2011=180
     /cwtac=240 /e17oo=180 /fadac=240 /fys4o=180 Europe/Volgograd
    210 /29dsi=270 /2fygi=240 /2kqpc=300 /2ouhc=240 /2rvdc=210 /2xya6=270 /31i0i=210 /376i6=270 /3cx4i=210
     /6ohm6=270 /6svci=210 /6yhm6=270 /7460i=210 /79r66=270 /7ffki=210 /7l0q6=270 /7qp4i=210 /7waa6=270
     /81yoi=210 /87ju6=270 /8d88i=210 /8iui6=270 /8oiwi=210 /8u426=270 /8zsgi=210 /95dm6=270 /9b20i=210
     /9gn66=270 /9mbki=210 /9rxu6=270 /9xm8i=210 /a37e6=270 /a8vsi=210 /aegy6=270 /ak5ci=210 /apqi6=270
     /avewi=210 /b1166=270 /b6pki=210 /bytu6=270 /c4i8i=210 /ca4i6=270 /cfswi=210 /cle26=270 /cr2gi=210
     /cwnm6=270 /d2c0i=210 /d7x66=270 /ddlki=210 /dj7u6=270 /dow8i=210 /duhe6=270 /e05si=210 /e5qy6=270
     /ebfci=210 /eh0i6=270 /emowi=210 /esb66=270 /exzki=210 /f3kq6=270 /f994i=210 /feua6=270 /fkioi=210
     /fq3u6=270 /fvs8i=210 /g1ei6=270 /g72wi=210 /gco26=270 /gicgi=210 Asia/Tehran Iran
    240 /3is9c=300 /3ofjo=240 /3u1tc=300 /3zp3o=240 /45bdc=300 /4ayno=240 /4gm1c=300 /4m8co=240 /1985=240AA
     /1991=240 /6t3ac=180 /6ypic=240 /87v5o=300 /8echo=240 /1997=240EG /2016=240 Asia/Baku
    240 Asia/Dubai Asia/Muscat Etc/GMT-4 Indian/Mahe Indian/Reunion
    240 /3is9c=300 /3ofjo=240 /3u1tc=300 /3zp3o=240 /45bdc=300 /4ayno=240 /4gm1c=300 /4m8co=240 /1985=240AA
     /1991=240 /6t3ac=180 /1992=180CH /1994=180 /7l6b0=240 /7wepc=300 /820vo=240 /87uxc=300 /8pkno=240
     /1998=240CG /2004=240 /apy9c=300 /asrbo=240 /awnic=180 /b16uc=240 Asia/Tbilisi
    240 /3is9c=300 /3ofjo=240 /3u1tc=300 /3zp3o=240 /45bdc=300 /4ayno=240 /4gm1c=300 /4m8co=240 /1985=240AA
     /1991=240 /6t3ac=180 /1992=180AP /1995=180 /7weuc=240 /1997=240AE /2012=240 Asia/Yerevan
    240 /3is9c=300 /3ofjo=240 /3u1tc=300 /3zp3o=240 /45bdc=300 /4ayno=240 /4gm1c=300 /4m8co=240 /1985=240AA
     /1989=240 /66emc=180 /6c0uc=240 /6huuc=180 /6nh2c=240 /74bqc=180 /1993=180AF /1996=180AE /2011=180
     /cwtac=240 /e17oo=180 /eh7ac=240 Europe/Astrakhan
    240 /3is9c=300 /3ofjo=240 /3u1tc=300 /3zp3o=240 /45bdc=300 /4ayno=240 /4gm1c=300 /4m8co=240 /1985=240AA
     /1989=240 /66emc=180 /6c0uc=240 /6huuc=180 /6tqo0=240 /1992=240AP /1996=240AE /2010=240 /cs9yc=180
     /cwtac=240 Europe/Samara
    240 /3is9c=300 /3ofjo=240 /3u1tc=300 /3zp3o=240 /45bdc=300 /4ayno=240 /4gm1c=300 /4m8co=240 /1985=240AA
     /1988=240 /5v66c=180 /1989=180CN /1991=180 /6nh2c=240 /74bqc=180 /1993=180AF /1996=180AE /2011=180
     /cwtac=240 /e17oo=180 /eozac=240 Europe/Saratov
    240 /3is9c=300 /3ofjo=240 /3u1tc=300 /3zp3o=240 /45bdc=300 /4ayno=240 /4gm1c=300 /4m8co=240 /1985=240AA
     /1989=240 /66emc=180 /6c0uc=240 /6huuc=180 /6t3c0=120 /6wjs0=180 /6ypic=240 /74bqc=180 /1993=180AF
     /1996=180AE /2011=180 /cwtac=240 /e17oo=180 /eh7ac=240 Europe/Ulyanovsk
    240 /3zz5c=300 /44z3o=240 /c5l8o=300 /cacb0=240 Indian/Mauritius
    270 Asia/Kabul
    360 /cgltc=300 Antarctica/Mawson
    420 /7ji4c=0 /7rxs0=420 /gwano=300 Antarctica/Vostok
    360 /3is60=420 /3ofgc=360 /3u1q0=420 /3zp0c=360 /45ba0=420 /4aykc=360 /4gly0=420 /4m89c=360 /1985=360AA
     /1991=360 /6t370=300 /6wjn0=360 /6ypdc=420 /74blc=360 /1993=360AF /1996=360AE /2005=360 /gyku0=300
     Asia/Almaty
    300 /3ofjo=360 /3zp20=300 /45bbo=360 /4aym0=300 /4glzo=360 /4m8b0=300 /1985=300AA /1991=300 /6t38o=240
     /6wjoo=300 /6ypf0=360 /74bn0=300 /79xv0=360 /7fk30=300 /7l6b0=360 /7qsj0=240 /7weso=300 /8210o=240
     /1996=240AE /2004=240 /apyco=300 Asia/Aqtau
    300 /3is7o=360 /3zp20=300 /45bbo=360 /4aym0=300 /4glzo=360 /4m8b0=300 /1985=300AA /1991=300 /6t38o=240
     /6wjoo=300 /6ypf0=360 /74bn0=300 /1993=300AF /1996=300AE /2005=300 Asia/Aqtobe
    300 /3is7o=360 /3ofi0=300 /3u1ro=360 /3zp20=300 /45bbo=360 /4aym0=300 /4glzo=360 /4m8b0=300 /1985=300AA
     /1991=300 /6t38o=240 /6wjoo=300 Asia/Ashgabat Asia/Ashkhabad
    300 /3ofjo=360 /3zp20=300 /45bbo=360 /4aym0=300 /4glzo=360 /4m8b0=300 /1985=300AA /1991=300 /6t38o=240
     /6wjoo=300 /6ypf0=360 /74bn0=300 /1993=300AF /1996=300BL /1999=300 /9c9go=240 /2000=240AE /2004=240
     /apyco=300 Asia/Atyrau
    360 /3is60=420 /3ofgc=360 /3u1q0=420 /3zp0c=360 /45ba0=420 /4aykc=360 /4gly0=420 /4m89c=360 /1985=360AA
     /1991=360 /6sgz0=300 Asia/Dushanbe
    300 /a3p3o=360 /a9ba0=300 /c11ro=360 /c5rq0=300 /cav3o=360 /ch1a0=300 Asia/Karachi
    300 /3is7o=360 /3zp20=300 /45bbo=360 /4aym0=300 /4glzo=360 /4m8b0=300 /1985=300AA /1989=300 /66eko=240
     /1990=240AA /1992=240 /6wjoo=300 /74boo=240 /1993=240AF /1996=240AE /2004=240 /apyco=300 Asia/Oral
    300 /3is7o=360 /3zp20=300 /45bbo=360 /4aym0=300 /4glzo=360 /4m8b0=300 /1985=300AA /1991=300 /6t38o=240
     /6wjoo=300 /6ypf0=360 /74bn0=300 /1993=300AF /1996=300AE /2004=300 /apyb0=360 /gyku0=300 Asia/Qostanay
    300 /3is7o=360 /3zp20=300 /45bbo=360 /4aym0=300 /4glzo=360 /4m8b0=300 /1985=300AA /1991=300 /6wjn0=360
     /74bn0=300 /1993=300AF /1996=300AE /2004=300 /apyb0=360 /fc120=300 Asia/Qyzylorda
    300 /3is7o=360 /3zp20=300 /45bbo=360 /4aym0=300 /4glzo=360 /4m8b0=300 /1985=300AA /1992=300
     Asia/Samarkand
    360 /3is60=420 /3ofgc=360 /3u1q0=420 /3zp0c=360 /45ba0=420 /4aykc=360 /4gly0=420 /4m89c=360 /1985=360AA
     /1991=360 /6t370=300 Asia/Tashkent
    300 /3is7o=360 /3ofi0=300 /3u1ro=360 /3zp20=300 /45bbo=360 /4aym0=300 /4glzo=360 /4m8b0=300 /1985=300AA
     /1991=300 /6t38o=240 /6wjoo=300 /6ypf0=360 /74bn0=300 /1993=300AF /1996=300AE /2011=300 /cwt70=360
     /e17lc=300 Asia/Yekaterinburg
    300 Etc/GMT-5 Indian/Kerguelen Indian/Maldives
    330 Asia/Calcutta Asia/Kolkata
    330 /89jyu=390 /8eb20=360 /bd1au=330 Asia/Colombo
    330 /50d2u=345 Asia/Kathmandu Asia/Katmandu
    360 /3is60=420 /3ofgc=360 /3u1q0=420 /3zp0c=360 /45ba0=420 /4aykc=360 /4gly0=420 /4m89c=360 /1985=360AA
     /1991=360 /6s6xc=300 /1992=300EE /1996=300 /882no=360 /8dh20=300 /1997=300EF /2005=300 /b16ru=360
     Asia/Bishkek
    360 /ccwcc=420 /cix0c=360 Asia/Dacca Asia/Dhaka
    360 Asia/Kashgar Asia/Urumqi Etc/GMT-6
    360 /3is60=420 /3ofgc=360 /3u1q0=420 /3zp0c=360 /45ba0=420 /4aykc=360 /4gly0=420 /4m89c=360 /1985=360AA
     /1991=360 /6t370=300 /6wjn0=360 /6ypdc=420 /74blc=360 /1993=360AF /1996=360AE /2011=360 /cwt5c=420
     /e17jo=360 Asia/Omsk
    330 /5k1yu=360 Asia/Thimbu Asia/Thimphu
    300 /852vo=360 Indian/Chagos
    390 Asia/Rangoon Asia/Yangon Indian/Cocos
    420 /cglro=300 /cl1tc=420 /d3fzo=300 /d721c=420 Antarctica/Davis
    420 Asia/Bangkok Asia/Jakarta Asia/Phnom_Penh Asia/Vientiane Etc/GMT-7 Indian/Christmas
    420 /3is4c=480 /3ofeo=420 /3u1oc=480 /3zoyo=420 /45b8c=480 /4ayio=420 /4glwc=480 /4m87o=420 /1985=420AA
     /1991=420 /6t35c=360 /6wjlc=420 /6ypbo=480 /74bjo=420 /1993=420AF /1995=420 /7weno=480 /7ycio=420
     /820xc=360 /1996=360AE /2011=360 /cwt5c=420 /e17jo=360 /eh75c=420 Asia/Barnaul
    480 /1pdmo=420 Asia/Ho_Chi_Minh Asia/Saigon
    360 /2i6e0=420 /45b8c=480 /4ayio=420 /1984=420CC /1990=420AQ /1999=420 /9t2vo=480 /9xty0=420 /2002=420CD
     /2007=420 /2015=420CE /2017=420 Asia/Hovd
    420 /3is4c=480 /3ofeo=420 /3u1oc=480 /3zoyo=420 /45b8c=480 /4ayio=420 /4glwc=480 /4m87o=420 /1985=420AA
     /1991=420 /6t35c=360 /6wjlc=420 /6ypbo=480 /74bjo=420 /1993=420AF /1996=420AE /2011=420 /cwt3o=480
     /e17i0=420 Asia/Krasnoyarsk
    420 /3is4c=480 /3ofeo=420 /3u1oc=480 /3zoyo=420 /45b8c=480 /4ayio=420 /4glwc=480 /4m87o=420 /1985=420AA
     /1991=420 /6t35c=360 /6wjlc=420 /6ypbo=480 /74bjo=420 /1993=420AF /1996=420AE /2010=420 /cs9tc=360
     /cwt5c=420 Asia/Novokuznetsk
    420 /3is4c=480 /3ofeo=420 /3u1oc=480 /3zoyo=420 /45b8c=480 /4ayio=420 /4glwc=480 /4m87o=420 /1985=420AA
     /1991=420 /6t35c=360 /6wjlc=420 /6ypbo=480 /74bjo=420 /79xro=480 /7bnuo=420 /7fk1c=360 /1994=360AF
     /1996=360AE /2011=360 /cwt5c=420 /e17jo=360 /ekvdc=420 Asia/Novosibirsk
    480 /5mw2o=420 Asia/Pontianak
    420 /3is4c=480 /3ofeo=420 /3u1oc=480 /3zoyo=420 /45b8c=480 /4ayio=420 /4glwc=480 /4m87o=420 /1985=420AA
     /1991=420 /6t35c=360 /6wjlc=420 /6ypbo=480 /74bjo=420 /1993=420AF /1996=420AE /2002=420 /a3hbo=480
     /a4fro=420 /a9ypc=360 /2003=360AE /2011=360 /cwt5c=420 /e17jo=360 /ej55c=420 Asia/Tomsk
    480 /cglq0=660 /ckux0=480 /d3fy0=660 /d71wc=480 /enn6o=660 /f38cc=480 /f9ptc=660 /feoio=480 /fkvzo=660
     /fpp6o=480 /fw6ip=660 /2021=480ET180 /2023=660 /gniyo=480 Antarctica/Casey
    480 Asia/Brunei Asia/Kuching Asia/Makassar Asia/Ujung_Pandang Etc/GMT-8
    420 /2i6cc=480 /45b6o=540 /4ayh0=480 /1984=480CC /1990=480AQ /1999=480 /9t2u0=540 /9xtwc=480 /2002=480CD
     /2007=480 /2015=480CE /2017=480 Asia/Choibalsan Asia/Ulaanbaatar Asia/Ulan_Bator
    480 /545q0=540 /589gc=480 /5equ0=540 /5jhwc=480 /5q720=540 /5uqcc=480 /1989=480BS /1991=480 /6nwe0=540
     /6sngc=480 Asia/Chongqing Asia/Chungking Asia/Harbin Asia/Shanghai PRC
    480 /1970=480BR /1972=480 /0psoi=540 /0vmmu=480 /118wi=540 /16v2u=480 /190wi=540 /1i3iu=480 /1975=480BR
     /1977=480 /2xioi=540 /32hiu=480 Asia/Hong_Kong Asia/Macao Asia/Macau Hongkong
    480 /3is2o=540 /3ofd0=480 /3u1mo=540 /3zox0=480 /45b6o=540 /4ayh0=480 /4gluo=540 /4m860=480 /1985=480AA
     /1991=480 /6t33o=420 /6wjjo=480 /6ypa0=540 /74bi0=480 /1993=480AF /1996=480AE /2011=480 /cwt20=540
     /e17gc=480 Asia/Irkutsk
    450 /3r9mo=480 Asia/Kuala_Lumpur Asia/Singapore Singapore
    480 /29kao=540 /2f210=480 /6druo=540 /6fwh0=480 Asia/Manila
    480 /1buyo=540 /1hi90=480 /1n4io=540 /1srt0=480 /2z0yo=540 /31v50=480 Asia/Taipei ROC
    480 /1iba0=540 /1m7a0=480 /4buu0=540 /4fqu0=480 /6uli0=540 /6xu60=480 /bk720=540 /2007=480CK /2009=540
     /cac60=480 Australia/Perth Australia/West
    525 /1ib8r=585 /1m78r=525 /4busr=585 /4fqsr=525 /6ulgr=585 /6xu4r=525 /bk70r=585 /2007=525CK /2009=585
     /cac4r=525 Australia/Eucla
    540 /3is10=600 /3ofbc=540 /3u1l0=600 /3zovc=540 /45b50=600 /4ayfc=540 /4glt0=600 /4m84c=540 /1985=540AA
     /1991=540 /6t320=480 /6wji0=540 /6yp8c=600 /74bgc=540 /1993=540AF /1996=540AE /2011=540 /cwt0c=600
     /e17eo=480 /eh720=540 Asia/Chita
    540 /1zep0=480 /9m6yo=540 Asia/Dili
    540 Asia/Jayapura Asia/Tokyo Etc/GMT-9 Japan Pacific/Palau
    540 /3is10=600 /3ofbc=540 /3u1l0=600 /3zovc=540 /45b50=600 /4ayfc=540 /4glt0=600 /4m84c=540 /1985=540AA
     /1991=540 /6t320=480 /6wji0=540 /6yp8c=600 /74bgc=540 /1993=540AF /1996=540AE /2003=540 /aepoc=600
     /al70c=540 /an9d0=600 /2004=600AE /2011=600 /cwsyo=660 /d21po=600 /e17eo=540 Asia/Khandyga
    540 /ea8x0=510 /f4xd0=540 Asia/Pyongyang
    540 /1987=540DM /1989=540 Asia/Seoul ROK
    540 /3is10=600 /3ofbc=540 /3u1l0=600 /3zovc=540 /45b50=600 /4ayfc=540 /4glt0=600 /4m84c=540 /1985=540AA
     /1991=540 /6t320=480 /6wji0=540 /6yp8c=600 /74bgc=540 /1993=540AF /1996=540AE /2011=540 /cwt0c=600
     /e17eo=540 Asia/Yakutsk
    570 /0klvi=630 /0oa3i=570 /0vubi=630 /1973=570AH /1986=630 /52n7i=570 /59cbi=630 /1987=570AR /1991=630
     /6mlni=570 /6ty3i=630 /6yhfi=570 /756ji=630 /79abi=570 /7gmri=630 /7kybi=570 /7rv7i=630 /1995=570AS
     /2006=630 /bcmri=570 /bj43i=630 /bnnfi=570 /bucji=630 /2008=570AL Australia/Adelaide Australia/South
    570 /0klvi=630 /0oa3i=570 /0vubi=630 /1973=570AH /1982=630 /3u4zi=570 /40mbi=630 /1983=570AH /1986=630
     /52n7i=570 /59cbi=630 /1987=570AR /1990=570AH /1996=570AS /2006=630 /bcmri=570 /bj43i=630 /bnnfi=570
     /bucji=630 /2008=570AL Australia/Broken_Hill Australia/Yancowinna
    570 Australia/Darwin Australia/North
    600 Antarctica/DumontDUrville Etc/GMT-10 Pacific/Chuuk Pacific/Port_Moresby Pacific/Truk Pacific/Yap
    660 /1970=600CL /1972=660 /0oa2o=600 /0vuao=660 /1973=600AH /1982=600CM /1984=600BM /1986=660 /527mo=600
     /59cao=660 /1987=600AR /1991=600AW /2000=660 /9gsio=600 /9ljmo=660 /2001=600AW /2006=660 /bcmqo=600
     /bi8yo=660 /bnneo=600 /btp6o=660 /2008=600AL /2010=660 /2011=600AL Antarctica/Macquarie
    540 /3is10=720 /3of80=660 /3u1ho=720 /3zos0=660 /45b1o=720 /4ayc0=660 /4glpo=720 /4m810=660 /1985=660AA
     /1991=660 /6t2yo=600 /6wjeo=660 /6yp50=720 /74bd0=660 /1993=660AF /1996=660AE /2011=660 /cwsx0=720
     /d21o0=660 /e17d0=600 Asia/Ust-Nera
    600 /3irzc=660 /3of9o=600 /3u1jc=660 /3zoto=600 /45b3c=660 /4aydo=600 /4glrc=660 /4m82o=600 /1985=600AA
     /1991=600 /6t30c=540 /6wjgc=600 /6yp6o=660 /74beo=600 /1993=600AF /1996=600AE /2011=600 /cwsyo=660
     /e17d0=600 Asia/Vladivostok
    600 /0kluo=660 /0oa2o=600 /0vuao=660 /1973=600AH /1982=660 /3u4yo=600 /40mao=660 /1983=600AH /1986=660
     /52n6o=600 /59cao=660 /1987=600AR /1990=600AH /1996=600AS /2000=660 /9gsio=600 /9ljmo=660 /2001=600AS
     /2006=660 /bcmqo=600 /bj42o=660 /bnneo=600 /bucio=660 /2008=600AL Australia/ACT Australia/Canberra
     Australia/NSW Australia/Sydney
    600 /0kluo=660 /0oa2o=600 /67h6o=660 /1990=600BM /1992=660 /6xu2o=600 Australia/Brisbane
     Australia/Queensland
    660 /1970=600CL /1972=660 /0oa2o=600 /0vuao=660 /1973=600AH /1982=600CM /1984=600BM /1986=660 /527mo=600
     /59cao=660 /1987=600AR /1991=600AW /2000=660 /9gsio=600 /9ljmo=660 /2001=600AW /2006=660 /bcmqo=600
     /bi8yo=660 /bnneo=600 /btp6o=660 /2008=600AL Australia/Currie Australia/Hobart Australia/Tasmania
    600 /0kluo=660 /0oa2o=600 /67h6o=660 /1990=600AH /1994=660 /7kiqo=600 Australia/Lindeman
    600 /0kluo=660 /0oa2o=600 /0vuao=660 /1973=600AH /1986=600EH /1988=600AR /1991=600AH /1995=600AS
     /2000=660 /9gsio=600 /9ljmo=660 /2001=600AS /2006=660 /bcmqo=600 /bj42o=660 /bnneo=600 /bucio=660
     /2008=600AL Australia/Melbourne Australia/Victoria
    600 /1970=600DO /1972=600 /18l6o=660 /1aqx0=600 /204ao=660 /22u11=600 /2aeao=660 /2ea90=600 Pacific/Guam
     Pacific/Saipan
    600 /3htjc=630 /3p61u=690 /1982=630CI /1985=690 /4qz46=630 /4yblu=660 /52n50=630 /59c9u=660
     /1987=630EI30 /1990=630CI30 /1996=630CJ30 /2000=660 /9gsh0=630 /9ljlu=660 /2001=630CJ30 /2006=660
     /bcmp0=630 /bj41u=660 /bnnd0=630 /buchu=660 /2008=630EJ30 Australia/LHI Australia/Lord_Howe
    660 /3irxo=720 /3of80=660 /3u1ho=720 /3zos0=660 /45b1o=720 /4ayc0=660 /4glpo=720 /4m810=660 /1985=660AA
     /1991=660 /6t2yo=600 /6wjeo=660 /6yp50=720 /74bd0=660 /1993=660AF /1996=660AE /2011=660 /cwsx0=720
     /e17bc=600 /ei22o=660 Asia/Magadan
    660 /3irxo=720 /3of80=660 /3u1ho=720 /3zos0=660 /45b1o=720 /4ayc0=660 /4glpo=720 /4m810=660 /1985=660AA
     /1991=660 /6t2yo=600 /6wjeo=660 /6yp50=720 /74bd0=660 /1993=660AF /1996=660 /87up0=720 /8ec10=660
     /8pkio=600 /1998=600AE /2011=600 /cwsyo=660 /e17d0=600 /eh6yo=660 Asia/Sakhalin
    660 /3irxo=720 /3of80=660 /3u1ho=720 /3zos0=660 /45b1o=720 /4ayc0=660 /4glpo=720 /4m810=660 /1985=660AA
     /1991=660 /6t2yo=600 /6wjeo=660 /6yp50=720 /74bd0=660 /1993=660AF /1996=660AE /2011=660 /cwsx0=720
     /e17bc=660 Asia/Srednekolymsk
    660 Etc/GMT-11 Pacific/Guadalcanal Pacific/Pohnpei Pacific/Ponape
    600 /e35eo=660 Pacific/Bougainville
    660 /18ss0=720 /1bto0=660 /4arpo=720 /1984=660DN /1992=720 /6wr00=660 /756do=720 /77zg0=660
     Pacific/Efate
    720 /92wc0=660 Pacific/Kosrae
    690 /1ib46=750 /1m746=690 /ebsg6=660 /fky10=720 /2020=660AL Pacific/Norfolk
    660 /2hb1o=720 /2jxg0=660 /2sjho=720 /2v700=660 /8fex0=720 /8i810=660 Pacific/Noumea
    720 /1iivc=780 /1lzbc=720 /1tjjc=780 /1976=720AH /1989=780 /604nc=720 /66trc=780 /1990=720DK /2007=780
     /bnfjc=720 /bthbc=780 /2008=720DL Antarctica/McMurdo Antarctica/South_Pole NZ Pacific/Auckland
    780 /3iruc=840 /3of4o=780 /3zoqc=720 /45b00=780 /4ayac=720 /4glo0=780 /4m7zc=720 /1985=720AA /1991=720
     /6t2x0=660 /6wjd0=720 /6yp3c=780 /74bbc=720 /1993=720AF /1996=720AE /2010=720 /cs9l0=660 /cwsx0=720
     Asia/Anadyr
    720 /3irw0=780 /3of6c=720 /3u1g0=780 /3zoqc=720 /45b00=780 /4ayac=720 /4glo0=780 /4m7zc=720 /1985=720AA
     /1991=720 /6t2x0=660 /6wjd0=720 /6yp3c=780 /74bbc=720 /1993=720AF /1996=720AE /2010=720 /cs9l0=660
     /cwsx0=720 Asia/Kamchatka
    720 Etc/GMT-12 Pacific/Funafuti Pacific/Majuro Pacific/Tarawa Pacific/Wake Pacific/Wallis
    -720 /7egs0=720 Kwajalein Pacific/Kwajalein
    720 /910nc=780 /94ovc=720 /9cgvc=780 /9fxbc=720 /chw7c=780 /clkfc=720 /cs1rc=780 /cw5jc=720 /d3a7c=780
     /d63bc=720 /deinc=780 /dhbrc=720 /dpyvc=780 /dsk5o=720 /e1f3c=780 /2015=720DP /2018=780 /f1hzc=720
     /faknc=780 /fcqfc=720 /fm0vc=780 /fnyvc=720 /fyjzc=780 /fzf3c=720 Pacific/Fiji
    690 /2uo86=720 Pacific/Nauru
    765 /1iivc=825 /1lzbc=765 /1tjjc=825 /1976=765CU /1989=825 /604nc=765 /66trc=825 /1990=765CV /2007=825
     /bnfjc=765 /bthbc=825 /2008=765CW NZ-CHAT Pacific/Chatham
    780 Etc/GMT-13
    -660 /cr7mc=-600 /cx0nc=-660 /d2f3c=-600 /d5eoo=840 /2012=780DR /2021=840 /g1snc=780 Pacific/Apia
    -720 /31w40=-660 /7tsyc=780 Pacific/Enderbury Pacific/Kanton
    -660 /d5eqc=780 Pacific/Fakaofo
    780 /9bido=840 /9gklo=780 /9np9o=840 /9qak0=780 /9yxpo=840 /a1j00=780 /eo3po=840 /eq9ho=780
     Pacific/Tongatapu
    840 Etc/GMT-14
    -640 /31w1s=-600 /7tswo=840 Pacific/Kiritimati
    """

  /// When clocks go forward and back: month.week.weekday@minutes of the local time that holds until then, week 5 being
  /// the last, weekday 0 Sunday.
  static let changes = """
    AA=3.5.0@120,9.5.0@180 AB=4.1.0@120,10.5.0@120 AC=4.5.0@120,10.5.0@120 AD=3.2.0@120,11.1.0@120
     AE=3.5.0@120,10.5.0@180 AF=3.4.0@120,9.4.0@180 AG=3.5.0@180,10.5.0@240 AH=10.5.0@120,3.1.0@180
     AI=10.2.6@1440,3.2.0@0 AJ=10.3.0@0,3.1.0@0 AK=3.5.0@60,9.5.0@120 AL=10.1.0@120,4.1.0@180
     AM=3.5.0@60,10.5.0@120 AN=10.3.0@0,2.3.0@0 AO=10.2.6@1440,3.2.6@1440 AP=3.5.0@120,9.4.0@180
     AQ=3.5.0@0,9.5.0@0 AR=10.5.0@120,3.3.0@180 AS=10.5.0@120,3.5.0@180 AT=3.5.0@0,9.5.0@60
     AU=4.5.0@120,10.4.0@120 AV=10.2.6@1320,3.2.6@1320 AW=10.1.0@120,3.5.0@180 AX=9.1.6@1440,4.5.0@0
     AY=3.5.6@1320,9.4.6@1380 AZ=3.5.6@1320,10.4.6@1380 BA=3.4.6@1320,10.5.6@1380 BB=3.5.6@1380,10.5.0@0
     BC=4.1.0@120,10.4.0@120 BD=4.1.0@120,9.5.6@1620 BE=4.1.0@60,9.5.6@1560 BF=3.5.0@180,9.5.0@240
     BG=3.5.0@0,10.5.0@60 BH=3.4.0@0,8.5.6@1440 BI=4.1.0@1,10.5.0@1 BJ=10.3.0@0,2.3.6@1440
     BK=4.1.5@0,9.3.5@60 BL=3.5.0@120,10.4.0@180 BM=10.4.0@120,3.1.0@180 BN=5.4.0@0,9.5.6@1500
     BO=9.1.6@1440,4.1.0@0 BP=4.4.0@0,10.5.0@0 BQ=3.3.0@0,10.2.0@0 BR=4.3.0@210,10.3.0@210
     BS=4.3.0@120,9.3.0@120 BT=10.2.6@1260,3.2.6@1260 BU=9.1.6@1320,4.1.6@1320 BV=3.2.0@1,11.1.0@1
     BW=4.3.5@0,10.3.5@0 BX=3.4.6@60,10.5.6@60 BY=3.4.6@120,10.5.6@120 BZ=3.5.6@120,10.5.6@120
     CA=4.5.6@1440,9.5.5@1440 CB=3.5.4@1440,10.5.5@60 CC=3.5.6@1440,9.5.0@0 CD=3.5.6@120,9.5.6@120
     CE=3.4.6@120,9.4.6@0 CF=4.1.0@0,9.5.0@0 CG=3.5.0@0,10.5.0@0 CH=3.5.0@0,9.4.0@0 CI=10.5.0@120,3.1.0@120
     CJ=10.5.0@120,3.5.0@120 CK=10.4.0@120,3.5.0@180 CL=10.5.0@120,3.2.0@180 CM=10.5.0@120,3.4.0@180
     CN=3.4.0@120,9.5.0@180 CO=8.2.0@0,5.2.6@1440 CP=3.4.6@1320,9.5.6@1380 CQ=3.5.6@1380,10.4.0@0
     CR=4.4.0@120,10.5.0@120 CS=5.1.0@0,9.4.0@0 CT=4.1.0@180,9.5.0@240 CU=10.5.0@165,3.1.0@225
     CV=10.1.0@165,3.3.0@225 CW=9.5.0@165,4.1.0@225 CX=5.2.0@0,10.2.0@0 CY=5.1.0@0,10.2.0@0
     CZ=4.1.0@0,10.2.0@60 DA=4.1.0@0,10.5.0@60 DB=3.2.0@0,10.5.0@60 DC=3.2.0@0,11.1.0@60
     DD=3.3.0@120,10.4.6@1620 DE=3.5.0@60,10.4.6@1560 DF=3.5.0@60,10.4.0@120 DG=3.5.0@180,10.4.0@240
     DH=4.5.5@0,9.5.4@1440 DI=4.5.5@0,10.5.4@1440 DJ=3.4.4@1560,10.5.0@120 DK=10.1.0@120,3.3.0@180
     DL=9.5.0@120,4.1.0@180 DM=5.2.0@120,10.2.0@180 DN=9.4.6@1440,3.4.6@1440 DO=4.4.0@120,9.1.0@120
     DP=11.1.0@120,1.3.0@180 DQ=10.5.0@0,3.1.0@0 DR=9.5.0@180,4.1.0@240 DS=9.1.6@1320,4.4.6@1320
     DT=8.2.6@1320,5.2.6@1320 DU=3.4.0@0,9.4.0@60 DV=9.2.6@1440,4.3.6@1440 DW=9.1.0@120,4.3.0@120
     DX=4.5.0@120,10.5.0@180 DY=4.1.0@120,10.5.0@180 DZ=4.1.5@0,10.1.5@0 EA=3.5.4@0,9.5.5@60
     EB=3.5.4@1440,9.5.5@1440 EC=4.1.5@0,10.5.5@0 ED=3.5.5@0,10.5.5@0 EE=4.2.0@0,9.4.0@0
     EF=3.5.0@150,10.5.0@150 EG=3.5.0@240,10.5.0@300 EH=10.3.0@120,3.3.0@180 EI=10.5.0@120,3.3.0@120
     EJ=10.1.0@120,4.1.0@120 EK=5.5.6@1440,9.5.0@60 EL=4.1.0@120,9.5.0@180 EM=4.2.6@1380,10.1.0@60
     EN=3.5.0@0,9.4.0@60 EO=5.1.6@1440,10.1.0@0 EP=5.1.6@0,9.5.6@1440 EQ=3.4.0@0,9.4.0@0
     ER=9.1.6@1440,4.1.6@1440 ES=3.5.0@60,10.5.0@180 ET=10.1.0@1,3.2.0@0 EU=10.2.0@0,3.2.0@0
     EV=10.1.0@120,3.2.0@120 EW=3.5.6@1320,10.5.6@1380 EX=3.3.0@0,6.4.1@0 EY=4.5.0@0,10.4.0@0
     EZ=4.1.0@60,10.5.0@120 FA=4.1.0@0,10.5.0@0 FB=10.1.0@0,2.4.6@1440 FC=10.1.0@0,3.1.0@0
     FD=9.1.0@0,4.1.0@0 FE=10.3.0@0,3.2.0@0 FF=10.1.0@0,4.2.0@0 FG=10.1.0@0,3.4.0@0 FH=3.5.0@120,9.5.0@120
     FI=2.4.0@0,6.1.0@0 FJ=4.3.0@120,9.5.6@1560 FK=9.1.0@120,4.1.0@120
    """
}

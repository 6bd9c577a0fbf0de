"""Name pools of the demo town's families, by culture: (families, women, men, language)."""

POOLS: dict[str, tuple[str, str, str, str]] = {
    "english": (
        "Hale Marsh Whitlock Ames Prescott Thorne",
        "Ingrid Nora Alice Hannah Ruth",
        "Walter Glenn Owen Henry Miles",
        "en",
    ),
    "irish": ("O'Brien Gallagher Kinsella Ó'Súilleabháin", "Siobhán Maeve Orla Aoife", "Ciarán Declan Seán Liam", "en"),
    "spanish": (
        "Amaro García-Ruiz Núñez Villaseñor Quiñones Ibáñez",
        "Lucía Marisol Ximena Inés Belén",
        "Beto Álvaro Íñigo Daniel Raúl",
        "es",
    ),
    "vietnamese": ("Nguyễn Trần Phạm Đặng", "Thị_Hoa Thúy Ngọc Mỹ_Linh", "Văn_Đức Quốc Hữu Tuấn", "vi"),
    "chinese": ("Zhāng Liú Chén Xú", "Měilíng Xiùyīng Yàn Huì", "Wěi Guóqiáng Jùn Lěi", "zh"),
    "korean": ("Kim Park Choi Yoon", "Ji-woo Eun-hye Soo-jin", "Min-jun Dong-hyun Tae-yang", "ko"),
    "arabic": ("Haddad Al-Masri Khoury Nasser", "Layla Noor Amal Samira", "Omar Yusuf Karim Tariq", "ar"),
    "hindi": ("Patel Sharma Krishnamurthy Iyer", "Priya Lakshmi Anjali Kavita", "Arjun Rohan Vikram Sanjay", "en"),
    "polish": ("Wiśniewski Łuczak Żółtowski Dąbrowska", "Małgorzata Agnieszka Zofia", "Łukasz Wojciech Grzegorz", "pl"),
    "turkish": ("Yıldız Çelik Öztürk Şahin", "Ayşe Gülşah Elif", "Oğuz Mehmet İsmail", "en"),
    "yoruba": ("Okonkwo Adébáyò Okafor-Bello", "Ada Folúkẹ́ Ngozi", "Chidi Babátúndé Emeka", "en"),
    "haitian": ("Jean-Baptiste Désir Toussaint", "Roseline Guerda Mirlande", "Jacquelin Wisly Frantz", "fr"),
    "german": ("Brandt Müller Weiß Schäfer", "Elke Jürgen-Anne Käthe", "Jörg Günther Björn", "en"),
    "ukrainian": ("Kovalenko Shevchenko Bondar", "Oksana Nadiya Lesya", "Taras Bohdan Mykola", "en"),
    "somali": ("Warsame Abdi Farah", "Hodan Ayaan Ifrah", "Abdirahman Liban Guled", "so"),
    "hmong": ("Vang Xiong Lor", "Mai_See Pa_Houa Kalia", "Tou_Ger Chue Kong", "en"),
    "scandinavian": ("Vale Sørensen Ångström Þórsdóttir", "Åsa Solveig Kirsten", "Søren Håkon Ægir", "en"),
    "japanese": ("Sato Tanaka Ōno", "Yūko Haruka Emi", "Ken Shōta Daichi", "en"),
    "diallo": ("Diallo Traoré N'Diaye", "Awa Fatou Aïssatou", "Mamadou Ousmane Ibrahima", "fr"),
    "navajo": ("Begay Yazzie Tsosie", "Dezba Nizhoni Shandiin", "Ashkii Hastiin Niyol", "en"),
}


def pool(culture: str) -> tuple[list[str], list[str], list[str], str]:
    """The families, women's and men's names and the language of a culture."""
    families, women, men, language = POOLS[culture]
    return _split(families), _split(women), _split(men), language


def _split(text: str) -> list[str]:
    return [name.replace("_", " ") for name in text.split()]

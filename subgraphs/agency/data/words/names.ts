/** Names of one culture. A pair is original and romanised, where the script leaves no rule; else ICAO 9303 rules. */
export interface NameList {
  readonly script: string;
  readonly surnames: readonly Written[];
  readonly female: readonly Written[];
  readonly male: readonly Written[];
  readonly aliases: readonly Written[];
}

/** A name as it is written, with its romanisation if that follows from no table. */
export type Written = string | readonly [original: string, romanized: string];

export type Culture = 'anglo' | 'hispanic' | 'russian' | 'italian' | 'chinese';

/** Word lists. Nobody in particular is meant: persons are combinations drawn at random. */
export const NAMES: Readonly<Record<Culture, NameList>> = {
  anglo: {
    script: 'Latn',
    surnames: words(`Abernethy Ainsworth Ballard Barrow Beckwith Billings Brannock Caldwell Carrington Chilton Clements
      Colfax Dalrymple Denham Ellery Fairbanks Farley Gaines Garrity Halloran Harkness Hartwell Hollis Ingram Jarrett
      Keating Kimball Langley Lathrop Loomis Maddox Marsden Merriweather Norcross Oakley Pembroke Phillips Prescott
      Quimby Radcliffe Rutledge Sanborn Shelby Stockton Tarrant Thackeray Underhill Vance Wakefield Whitlock Winslow
      Yardley Yates`),
    female: words(`Abigail Alice Amber Audrey Bethany Carla Charlotte Chelsea Claire Deborah Denise Elaine Erin Faith
      Gwen Hannah Heather Irene Janice Kendra Laurel Leah Marlene Meredith Natalie Paige Rachel Sabrina Tessa Vivian`),
    male: words(`Aaron Alvin Barrett Brandon Calvin Clifford Curtis Darren Dwight Earl Emmett Garrett Glenn Harvey Ian
      Jerome Keith Lamar Leonard Marcus Mitchell Neil Otis Quentin Randall Roland Stuart Terrence Vernon Wesley`),
    aliases: words('Ace Boomer Chip Deacon Duke Dutch Flip Junior Lefty Lucky Professor Red Shorty Slim Sparrow Tex'),
  },
  hispanic: {
    script: 'Latn',
    surnames: words(`Acuña Aguirre Alarcón Arreola Ávila Barragán Bermúdez Cárdenas Cisneros Córdova Covarrubias
      Echeverría Escamilla Farías Galindo Gálvez González Granados Hinojosa Ibáñez Jáuregui Lizárraga Luján Macías
      Maldonado Montaño Muñoz Nájera Olivares Ordóñez Pacheco Peñaloza Pineda Quiñones Rangel Robles Saldaña Sepúlveda
      Solórzano Téllez Urrutia Valdivia Velázquez Villaseñor Yáñez Zamora Zárate Zúñiga`),
    female: words(`Adriana Alma Beatriz Blanca Catalina Consuelo Dolores Elvira Esperanza Graciela Inés Itzel Lourdes
      Lucía Maricela Noemí Paloma Pilar Rocío Sofía Teresa Ximena Yolanda`),
    male: words(`Adán Álvaro Armando Baltazar César Efraín Esteban Fabián Gilberto Gonzalo Héctor Iván Jesús Joaquín
      Leopoldo Martín Néstor Óscar Ramón Raúl Rodrigo Rubén Saúl Tomás Ulises Víctor`),
    aliases: [
      'El Chato',
      'El Flaco',
      'El Güero',
      'El Maestro',
      'El Zurdo',
      'La Comadre',
      'La Güera',
      'La Prima',
      'Nacho',
      'Pelón',
    ],
  },
  russian: {
    script: 'Cyrl',
    surnames:
      words(`Абрамов Белозеров Васнецов Верещагин Воронцов Гладышев Горшков Дорофеев Ежов Журавлёв Завьялов Зыков
      Измайлов Калашников Ковалёв Корнилов Кузнецов Лазарев Лещинский Лукьянов Мельников Муравьёв Назаров Овчинников
      Панфилов Пещерский Рогожин Рябинин Савельев Седов Тарханов Трофимов Ушаков Филатов Хворостов Царёв Чернышёв
      Шаповалов Щербаков Юрьев Яблоков`),
    female: words(`Алёна Анастасия Вера Галина Дарья Евгения Жанна Зоя Ирина Ксения Людмила Марина Надежда Оксана Полина
      Светлана Татьяна Юлия Яна`),
    male: words(`Александр Алексей Андрей Борис Вадим Виктор Геннадий Григорий Дмитрий Евгений Игорь Кирилл Леонид
      Максим Николай Олег Павел Роман Сергей Тимофей Фёдор Юрий Ярослав`),
    aliases: words('Баржа Боцман Вихрь Дед Седой Лис Малой Мастер Художник Шахматист'),
  },
  italian: {
    script: 'Latn',
    surnames: words(`Altobelli Bellavista Bonaventura Calabresi Carbonara Castelnuovo D'Angelis DeSantis Fabbri Ferrante
      Gallinari Giacometti Lombardozzi Maccarone Mandorla Montefiore Pellegrino Quadrifoglio Rinaldini Sabatelli
      Tagliaferri Vitellozzi Zampieri`),
    female: words(
      'Agnese Caterina Chiara Donatella Fiorella Giulia Ilaria Lucrezia Marisa Ornella Paola Silvia Valeria',
    ),
    male: words(
      'Aldo Carmine Dario Enzo Fabrizio Gaetano Gennaro Lorenzo Nicolò Orazio Pasquale Renato Salvatore Vito',
    ),
    aliases: ['Il Biondo', 'Il Dottore', 'Il Sarto', 'Joe Boats', 'La Zia', 'Little Vic', 'Tony Lamps', 'U Nicu'],
  },
  chinese: {
    script: 'Hans',
    surnames: pairs(
      '欧 Ou,邱 Qiu,沈 Shen,阮 Ruan,葛 Ge,邵 Shao,薛 Xue,庄 Zhuang,骆 Luo,翁 Weng,鲍 Bao,戚 Qi,柯 Ke,凌 Ling,聂 Nie',
    ),
    female: pairs('晓梅 Xiaomei,雅琴 Yaqin,月华 Yuehua,静怡 Jingyi,秀兰 Xiulan,佳慧 Jiahui,丽娜 Lina,思雨 Siyu'),
    male: pairs(
      '国栋 Guodong,志远 Zhiyuan,文斌 Wenbin,建华 Jianhua,俊杰 Junjie,浩然 Haoran,天佑 Tianyou,永强 Yongqiang',
    ),
    aliases: pairs('阿龙 Along,老三 Laosan,小飞 Xiaofei,大头 Datou,六哥 Liuge'),
  },
};

/** Fathers' names and the patronymics that they give to sons and daughters. */
export const PATRONYMICS: readonly { readonly M: string; readonly F: string }[] = words(`Александр Алексей Андрей Борис
  Вадим Виктор Геннадий Григорий Дмитрий Евгений Игорь Кирилл Леонид Максим Николай Олег Роман Сергей Тимофей Юрий`).map(
  (father) => ({ M: `${stem(father)}вич`, F: `${stem(father)}вна` }),
);

/** `Андрее`, of which come `Андреевич` and `Андреевна`; `Борисо`, `Григорье`. */
function stem(father: string): string {
  if (father.endsWith('ий')) return `${father.slice(0, -2)}ье`;
  if (father.endsWith('й') || father.endsWith('ь')) return `${father.slice(0, -1)}е`;
  return `${father}о`;
}

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

function pairs(text: string): readonly Written[] {
  return text.split(',').map((pair) => pair.split(' ') as [string, string]);
}

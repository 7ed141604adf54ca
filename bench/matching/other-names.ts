import * as schemas from 'iuliia';
import type { PersonNames } from '../../matching/person/names.ts';
import { population } from './population.ts';

/** A person as stored, and as sought. */
export interface Pair {
  readonly stored: PersonNames;
  readonly sought: PersonNames;
}

const PEOPLE = 1_500;

const SURNAMES =
  'Иванов Щербаков Хрущёв Кузнецов Чайковский Жуков Юдин Ячменёв Цветков Воробьёв Григорьев Подъячев Шевчук Мельниченко ' +
  'Кравцов Ельцин Есенин Эйзенштейн Гордеев Зайцев Ильин Холодов Быков Вьюгин Дьяченко Ершов Журавлёв Крючков Лаптев Мышкин ' +
  'Нечаев Овчинников Пыжов Рыжков Соловьёв Тютчев Уваров Фёдоров Хохлов Чижов';
const FIRST_NAMES =
  'Юлий Сергей Алексей Дмитрий Андрей Евгений Фёдор Пётр Яков Игорь Юрий Илья Николай Михаил Вячеслав Всеволод Эдуард Геннадий ' +
  'Захар Тимофей Василий Григорий Савелий Аркадий Ярослав';

/** Ways in which Russian names are romanised: by travel documents, libraries, maps, newspapers. */
const SCHEMAS = [
  schemas.ICAO_DOC_9303,
  schemas.ALA_LC_ALT,
  schemas.BGN_PCGN_ALT,
  schemas.BS_2979_ALT,
  schemas.GOST_52535,
  schemas.GOST_779_ALT,
  schemas.MOSMETRO,
  schemas.SCIENTIFIC,
  schemas.TELEGRAM,
  schemas.WIKIPEDIA,
  schemas.YANDEX_MAPS,
  schemas.MVD_310_FR,
  schemas.UNGEGN_1987,
];

/** Stored in Cyrillic, sought as somebody romanises it. */
export function romanised(): readonly Pair[] {
  const [surnames, first] = [SURNAMES.split(' '), FIRST_NAMES.split(' ')];
  return [...population(PEOPLE, 3)].map(({ dateOfBirth }, at) => {
    const stored = {
      surname: surnames[(at * 7) % surnames.length]!,
      firstNames: first[(at * 11 + Math.floor(at / first.length)) % first.length]!,
    };
    const as = (text: string) => schemas.translate(text, SCHEMAS[at % SCHEMAS.length]!);
    const sought = { surname: as(stored.surname), firstNames: as(stored.firstNames) };
    return { stored: { ...stored, dateOfBirth }, sought: { ...sought, dateOfBirth } };
  });
}

/** Stored with two surnames and two given names, sought by some of them. */
export function manyNames(): readonly Pair[] {
  const others = [...population(PEOPLE, 12)];
  return [...population(PEOPLE, 11)].map((one, at) => {
    const [a, b, c, d] = [one.surname!, others[at]!.surname!, one.firstNames!, others[at]!.firstNames!];
    const ways = [
      [a, c],
      [b, c],
      [a, d],
      [b, d],
      [`${b}-${a}`, c],
      [`${a}${b}`, c],
      [a, `${c}${d}`],
      ['', `${c} ${d} ${a} ${b}`],
    ] as const;
    const [surname, firstNames] = ways[at % ways.length]!;
    const { dateOfBirth } = one;
    return {
      stored: { surname: `${a} ${b}`, firstNames: `${c} ${d}`, dateOfBirth },
      sought: { surname, firstNames, dateOfBirth },
    };
  });
}

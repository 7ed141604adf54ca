/**
 * How ICAO 9303 part 3, section 6 romanises letters of national alphabets: those of table A (Latin) that are not just their base
 * letter, those of table B (Cyrillic) that Russian does not have, and those of table C (Arabic).
 *
 * Table C sets `X` before a letter that stands for more than one, so that a machine may find the way back. Nobody writes
 * names so; what stands after it is kept.
 */
export const LETTERS: ReadonlyMap<string, string> = new Map(
  [
    'ä ae  å aa  æ ae  ð d  đ d  ħ h  ı i  ĳ ij  ĸ q  ł l  ŋ n  ö oe  ø oe  œ oe  ß ss  þ th  ŧ t  ü ue',
    'ґ g  є ie  і i  ї i  ђ d  ѓ g  ѕ dz  ј j  љ lj  њ nj  ћ c  ќ k  ў u  џ dz  ѣ ie  ѳ f  ѵ y',
    'ا a  ب b  ت t  ث th  ج j  ح h  خ kh  د d  ذ dh  ر r  ز z  س s  ش sh  ص s  ض dz  ط t  ظ zz  ع e  غ g  ف f',
    'ق q  ك k  ل l  م m  ن n  ه h  و w  ي y  ى ay  ة ta  ء e  آ aa  أ ae  ؤ u  إ i  ئ i  ٱ a  پ p  چ ch  ژ zh  ک k  گ g  ی y',
  ]
    .flatMap((row) => row.split('  '))
    .map((pair) => pair.split(' ') as [string, string]),
);

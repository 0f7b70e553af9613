/*
 * GBK and Korean EUC-KR write their characters with the same bytes: 茶具 is 꿱야 as well. Which of the two a text is, shows in whether
 * it makes words.
 */

/** Syllables that Korean texts and names of goods are mostly made of; 번, which 锅 is, tells nothing alone. */
const EVERYDAY = new Set(
  [
    '가각간갈감갑값강갖같개객거건걸검것게겨격견결경계고곡곤골공과관광교구국군권귀규그극근글금급기긴길김까깨꺼께꽃꿀끼나낌난날남내냄냉너널네녀년념노녹논놀농누눈느는늘',
    '능니님다단달담당대더덕데도독동되된두둘드든들등디따때또떡뜨라락란람랑래랙러런럼럽레려력련렬렴렵령로록론료루룸류륨르른를름리린림립링마막만많말맛망맞매맥맨머먹메며',
    '면명모목몰못무문물뮤미민밀및바박반받발밤방배백버법벨벽변별병보복본볼부북분불붕브블비빙빛빨사산살삼상새색생샴서석선설섬성세센셔셜소속손솔송쇼수숙순술숟숲쉬스슬습',
    '승시식신실심십싱싶싸쌀써씨아악안않알암압앞애액야약양어억언얼엄업없에여역연열염영예오옥온올와완왕외요용우운울워원월위유육으은을음응의이익인일임입있잉자작잔장재저',
    '적전절점접정제젓조족존종좌주죽준줄중즈즉즐증지직진질집짝차착찻찬참창찾채책처척천철첨청체초촉총최추축출충취층치칙친칠칫칼커컨컬컴컵케코콘콜쿠크큰클키킨타탁탄탈태',
    '택탱터테텀텍텐토통투트특튼틀티틱팅파판팔패팩팬퍼펙편평포폰폼표품풍프플피픽필핏하학한할함합항해핸햄향허험헤혁현형호혼홍화확환활황회획효후훈휘휴흐희흰히힘했였었겠',
    '됐릇밥솥카츠펜램웨볶릿펫',
  ].join(''),
);

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** So many different runs of characters tell enough. */
const RUNS = 500;

/** Of Chinese hardly less than half of the characters stand in words of several; what is Korean makes such a word by chance. */
const FEW = 0.3;

/** Whether a text makes words in Korean and none in Chinese. @param readings the same bytes, read in both encodings. */
export function isKorean({ korean, chinese }: { readonly korean: string; readonly chinese: string }): boolean {
  const syllables = korean.match(/[가-힣]/g) ?? [];
  const everyday = syllables.filter((each) => EVERYDAY.has(each));
  return everyday.length * 2 > syllables.length && shareInWords(chinese) < FEW;
}

/** Of a text's Chinese characters, the share that stands in words of more than one. */
export function shareInWords(text: string): number {
  const runs = [...new Set(text.match(/[一-鿿]+/g))].slice(0, RUNS);
  const words = runs.flatMap((run) => [...WORDS.segment(run)].map(({ segment }) => segment));
  const within = words.filter((word) => word.length > 1).join('');
  return within.length / Math.max(1, runs.join('').length);
}

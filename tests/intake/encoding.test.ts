import { describe, expect, test } from 'vitest';
import { decode } from '../../src/intake/encoding.js';

/* Which encoding an export has that is no UTF-8: goods as shops call them, one word alone in an export whose headers are English. */

const CHINESE =
  '茶具 茶壶 马克杯 红茶 餐具 杯子 水壶 套装 绿茶 乌龙茶 普洱茶 咖啡 咖啡杯 保温杯 玻璃杯 陶瓷 碗 盘子 筷子 勺子 刀具 锅 炒锅 烤箱 冰箱 空调 手机壳 耳机 充电器 键盘 鼠标 背包 钱包 皮带 衬衫 裤子 裙子 外套 毛衣 袜子 帽子 围巾 手套 运动鞋 高跟鞋 口红 面膜 面霜 香水 洗发水 牙刷 毛巾 被子 枕头 床单 窗帘 地毯 台灯 花瓶 玩具 积木 书包 笔记本 钢笔 巧克力 饼干 坚果 蜂蜜 大米 面条 酱油 白酒 啤酒 果汁 牛奶 奶粉 狗粮 公道杯 建盏 紫砂壶 龙井 白茶 礼盒 红茶礼盒 茶叶罐 茶盘 滤茶器 加厚款 大号 铝合金 电动车 桂花糕 火锅底料';
const KOREAN =
  '찻잔 주전자 머그컵 홍차 식기 컵 물병 세트 녹차 우롱차 보이차 커피 텀블러 유리컵 도자기 그릇 접시 젓가락 숟가락 냄비 프라이팬 밥솥 냉장고 에어컨 휴대폰케이스 이어폰 충전기 키보드 마우스 가방 지갑 벨트 셔츠 바지 치마 외투 스웨터 양말 모자 목도리 장갑 신발 운동화 립스틱 마스크팩 크림 향수 칫솔 수건 이불 카펫 램프 꽃병 장난감 블록 퍼즐 노트 볼펜 초콜릿 과자 견과류 꿀 쌀 라면 간장 소주 와인 맥주 주스 우유 분유 기저귀 유모차 사료 김치 고추장 떡볶이 선물세트 검정색 빨간색 대형 원피스 티셔츠 청바지 화장품 선크림 스킨케어 청소기 세탁기 의자 책상';

/* Not among them: 鞋, 拼图, 칼, whose bytes are valid UTF-8 as well; such a file is taken as that. */

/** The bytes of text in an encoding that the platform can only read: found by reading each pair of bytes. */
function writer(encoding: string): (text: string) => Uint8Array {
  const bytesOf = new Map<string, readonly number[]>();
  for (let lead = 0xa1; lead <= 0xfe; lead += 1)
    for (let trail = 0xa1; trail <= 0xfe; trail += 1)
      bytesOf.set(new TextDecoder(encoding).decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return (text) => Uint8Array.from([...text].flatMap((each) => bytesOf.get(each) ?? [each.charCodeAt(0)]));
}
const [inGbk, inKorean] = [writer('gb18030'), writer('euc-kr')];

const exportOf = (goods: string): string =>
  `Name,Currency,Subtotal,Lineitem name\n${Array.from({ length: 9 }, (_, n) => `#10${n},CNY,250.00,${goods} 250g\n`).join('')}`;

describe('An export in GBK and one in Korean are told apart by one word of goods', () => {
  test.each(CHINESE.split(' '))('%s is Chinese', (word) => {
    const text = exportOf(word);
    expect(decode(inGbk(text))).toEqual({ text, encoding: 'gb18030' });
  });

  test.each(KOREAN.split(' '))('%s is Korean', (word) => {
    const text = exportOf(word);
    expect(decode(inKorean(text))).toEqual({ text, encoding: 'euc-kr' });
  });

  test('and by many of them', () => {
    expect(decode(inGbk(exportOf(CHINESE))).encoding).toBe('gb18030');
    expect(decode(inKorean(exportOf(KOREAN))).encoding).toBe('euc-kr');
  });
});

describe('An export of the West in windows-1252 is no Chinese', () => {
  const inWestern = (text: string): Uint8Array =>
    Uint8Array.from([...text].map((each) => ({ '€': 0x80, '–': 0x96, '’': 0x92 })[each] ?? each.charCodeAt(0)));

  test.each([
    'Datum;Kampagne;Kosten\n01.03.2026;A;1.234,50 €\n02.03.2026;B;11,00 €\n',
    'Datum;Kampagne;Kosten\n01.03.2026;A;1.234,50\u00a0€\n02.03.2026;B;11,00\u00a0€\n',
    'Datum;Kampagne;Kosten\n01.03.2026;Müller;11,00 €\n02.03.2026;Größe;11,00 €\n',
    'Date;Campagne;Coût\n01.03.2026;Été;11,00 €\n02.03.2026;L’été;11,00 €\n',
    'Date,Campaign,Cost\n2026-03-01,Spring – all,10.00\n2026-03-02,Spring – all,11.00\n',
  ])('%j', (text) => {
    expect(decode(inWestern(text))).toEqual({ text, encoding: 'windows-1252' });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beijingWeekday, formatBeijing, startOfBeijingDay } from '../../../shared/time/beijing.ts';
import { DAY, HOUR, MINUTE } from '../../../shared/time/durations.ts';
import { findSpokenMoment } from '../../../shared/time/spoken-moment.ts';

/** Wednesday, 10 June 2026, 14:30:20 in Beijing. */
const NOW = Date.UTC(2026, 5, 10, 6, 30, 20);

function heard(text: string, nowMs = NOW): string | undefined {
  const spoken = findSpokenMoment(text, nowMs);
  return spoken && `${formatBeijing(spoken.atMs).slice(5, 16)} ${text.slice(spoken.start, spoken.end)}`;
}

describe('H6 the time that a sentence names', () => {
  it.each([
    ['周五前回复尺码', '06-12 10:00 周五前'],
    ['20:30 让客户重拍', '06-10 20:30 20:30'],
    ['让客户今晚20点再拍', '06-10 20:00 今晚20点'],
    ['今晚8点半发工资付', '06-10 20:30 今晚8点半'],
    ['今晚 8:00 付', '06-10 20:00 今晚 8:00'],
    ['明天下午三点之前给答复', '06-11 15:00 明天下午三点之前'],
    ['明早打电话', '06-11 09:00 明早'],
    ['明天回电话', '06-11 10:00 明天'],
    ['后天上午九点一刻', '06-12 09:15 后天上午九点一刻'],
    ['大后天晚上', '06-13 20:00 大后天晚上'],
    ['下周一问仓库', '06-15 10:00 下周一'],
    ['下周三下午', '06-17 15:00 下周三下午'],
    ['周一给客户看色卡', '06-15 10:00 周一'],
    ['周三盘点', '06-10 18:00 周三'],
    ['星期天到货', '06-14 10:00 星期天'],
    ['6月18日零点前', '06-18 00:00 6月18日零点前'],
    ['6月18号晚8点开抢', '06-18 20:00 6月18号晚8点'],
    ['15号补发', '06-15 10:00 15号'],
    ['5号补发', '07-05 10:00 5号'],
    ['月底前退差价', '06-30 10:00 月底前'],
    ['两小时内回复', '06-10 16:30 两小时内'],
    ['半小时后再看', '06-10 15:00 半小时后'],
    ['45分钟后', '06-10 15:15 45分钟后'],
    ['三天内查到', '06-13 14:30 三天内'],
    ['48小时内发货', '06-12 14:30 48小时内'],
    ['8点给回复', '06-10 20:00 8点'],
    ['3点给回复', '06-10 15:00 3点'],
    ['中午一点', '06-11 13:00 中午一点'],
    ['晚上12点前付', '06-11 00:00 晚上12点前'],
    ['明天3点半', '06-11 15:30 明天3点半'],
    ['今天答复', '06-10 18:00 今天'],
    ['9:05 上线', '06-11 09:05 9:05'],
    ['十二点二十分核对', '06-11 00:20 十二点二十分'],
  ])('%s', (text, expected) => {
    expect(heard(text)).toBe(expected);
  });

  it.each([
    ['便宜一点就买'],
    ['要12号色'],
    ['七天无理由'],
    ['第三点没看懂'],
    ['165/60公斤'],
    ['今天9:00'],
    ['2月30日'],
    ['本周一'],
    ['20:75'],
    [''],
  ])('%s: none to come', (text) => {
    expect(heard(text)).toBeUndefined();
  });

  it('says at night what the night shift means', () => {
    const atNight = startOfBeijingDay(NOW) + 23 * HOUR;
    expect(heard('3点再看', atNight)).toBe('06-11 03:00 3点');
    expect(heard('今天处理完', atNight - MINUTE)).toBe('06-10 23:00 今天');
  });

  it('is always to come, on a full minute, and names the clock time that was said, wherever it stands', () => {
    const sentence = fc.record({
      before: fc.constantFrom('', '客户说', '请仓库', '好的，'),
      ahead: fc.integer({ min: 0, max: 6 }),
      hour: fc.integer({ min: 0, max: 23 }),
      minute: fc.integer({ min: 0, max: 59 }),
      after: fc.constantFrom('', '前回复', '左右付款', ' 打电话'),
      nowMs: fc.integer({ min: NOW, max: NOW + 400 * DAY }),
    });
    fc.assert(
      fc.property(sentence, ({ before, ahead, hour, minute, after, nowMs }) => {
        const dayMs = startOfBeijingDay(nowMs) + (ahead + 1) * DAY;
        const weekday = '一二三四五六日'.charAt(beijingWeekday(dayMs) - 1);
        const clock = `${hour}:${String(minute).padStart(2, '0')}`;
        const atMs = dayMs + hour * HOUR + minute * MINUTE;
        const spoken = findSpokenMoment(`${before}周${weekday} ${clock}${after}`, nowMs);
        const wanted = ahead === 6 ? startOfBeijingDay(nowMs) + hour * HOUR + minute * MINUTE : atMs;
        expect(spoken?.atMs).toBe(wanted > nowMs ? wanted : undefined);
      }),
    );
  });

  it('never names a moment that has gone by, whatever is typed', () => {
    const piece = fc.constantFrom(
      ...'今明后大天早晚下周一三五日月底点半刻分小时内前之0123456789:：上午中 '.split(''),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 14 }),
        fc.integer({ min: NOW, max: NOW + 400 * DAY }),
        (pieces, nowMs) => {
          const text = pieces.join('');
          const spoken = findSpokenMoment(text, nowMs);
          const { atMs, start, end } = spoken ?? {
            atMs: nowMs + MINUTE - (nowMs % MINUTE),
            start: 0,
            end: 1,
          };
          expect({ isAhead: atMs > nowMs, seconds: atMs % MINUTE, hasWords: end > start }).toEqual({
            isAhead: true,
            seconds: 0,
            hasWords: true,
          });
        },
      ),
    );
  });
});

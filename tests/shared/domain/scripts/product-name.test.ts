import { describe, expect, it } from 'vitest';
import { productName } from '../../../../shared/domain/scripts/product-name.ts';

describe('B15: a product as a person says it', () => {
  it.each([
    ['【天猫正品】316不锈钢保温杯大容量男女士便携水杯2026新款', '316不锈钢保温杯'],
    ['示例水杯', '示例水杯'],
    ['纯棉短袖T恤', '纯棉短袖T恤'],
    ['2026夏季新款法式收腰显瘦连衣裙女气质小众设计感长裙', '夏季法式收腰显瘦连衣裙'],
    ['[官方旗舰店]（买二送一）全棉四件套纯色简约床单被套学生宿舍三件套', '全棉四件套'],
    ['杯子', '杯子'],
    ['无人知道的一种东西它的标题里没有任何一个商品词语', '无人知道的一种东西它的标题里没有…'],
  ])('%s → %s', (title, name) => {
    expect(productName(title)).toBe(name);
  });
});

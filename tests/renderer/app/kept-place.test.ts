import { describe, expect, it } from 'vitest';
import { KeptPlace, NOTHING_OPEN } from '../../../renderer/app/kept-place.ts';

describe('what was open comes back after a reload', () => {
  it('keeps any kind of subject and the task by which the agent came', () => {
    const place = {
      screen: 'workbench',
      selection: { subject: { kind: 'customer', id: 'customer-1' }, taskId: 'task-1' },
    };
    expect(KeptPlace.parse(place)).toEqual(place);
  });

  it('understands what an older build has kept, which knew orders only', () => {
    const kept = { screen: 'orders', selection: { orderId: 'order-1', taskId: null } };
    expect(KeptPlace.parse(kept)).toEqual({
      screen: 'orders',
      selection: { subject: { kind: 'order', id: 'order-1' }, taskId: null },
    });
    expect(KeptPlace.parse({ screen: 'orders', selection: null }).selection).toEqual(NOTHING_OPEN);
  });
});

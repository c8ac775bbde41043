import type { Migration } from './migration.ts';

const INDEXES = [
  'orders_by_no_tail ON orders (substr(no, -4))',
  'orders_by_mobile_tail ON orders (substr(receiver_mobile, -4)) WHERE receiver_mobile IS NOT NULL',
  'orders_by_phone_tail ON orders (substr(receiver_phone, -4)) WHERE receiver_phone IS NOT NULL',
  'orders_by_tracking_tail ON orders (substr(tracking_no, -4)) WHERE tracking_no IS NOT NULL',
  'orders_by_receiver ON orders (receiver_name) WHERE receiver_name IS NOT NULL',
];

/** X1: customers and couriers say the last digits of a number, or who receives the parcel. */
export const findOrdersByTails: Migration = {
  name: 'find orders by tails',
  work: 3,
  up(db, onProgress) {
    for (const [index, sql] of INDEXES.entries()) {
      db.exec(`CREATE INDEX ${sql}`);
      onProgress((index + 1) / INDEXES.length);
    }
  },
};

import './flag-mark.css';
import { FlagFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { FLAG_LABELS, type Flag } from '../../../shared/domain/orders/order.ts';

type FlagMarkProps = {
  readonly flag: Flag;
  /** Other words than the name of the flag; with none it is named for those who do not see it. */
  readonly children?: ReactNode;
};

/** The flag of an order's memo, in the colour of the platform. */
export function FlagMark({ flag, children }: FlagMarkProps) {
  const name = FLAG_LABELS[flag];
  return (
    <span className="flag" data-flag={flag}>
      {children === undefined ? (
        <FlagFilled aria-label={name} />
      ) : (
        <>
          <FlagFilled aria-hidden="true" /> {children}
        </>
      )}
    </span>
  );
}

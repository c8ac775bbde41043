import { Button, Segmented } from 'antd';
import { useState } from 'react';
import type { ImportPreview } from '../../../../shared/ipc/contract/program/import-contract.ts';
import type { OpenSubject } from '../../../lib/place/navigation.ts';
import { Money } from '../../../ui/facts/money.tsx';

type Props = Pick<ImportPreview, 'changed' | 'changedGroups'> & { readonly onOpen: OpenSubject };
type Changed = ImportPreview['changed'][number];

const TAIL = 4;
const ALL = '全部';

/** `听雨的猫 ·0291`; a record of nobody shows its number. */
function Title({ who, title, ref: subject, onOpen }: Changed & Pick<Props, 'onOpen'>) {
  const text = who === null ? title : `${who} ·${title.slice(-TAIL)}`;
  if (subject === null) return <span className="truncate numeric">{text}</span>;
  return (
    <Button
      type="link"
      size="small"
      className="truncate numeric"
      title={title}
      onClick={() => onOpen(subject)}
    >
      {text}
    </Button>
  );
}

/** The status before and after, and the names of the other fields that change. */
function What({ details, fields }: Pick<Changed, 'details' | 'fields'>) {
  const text = [...details, ...(fields.length > 0 ? [fields.join('、')] : [])].join(' · ');
  return (
    <span className="truncate" title={text}>
      {details.join('；')}
      {fields.length > 0 && <span className="muted"> {fields.join('、')}</span>}
    </span>
  );
}

/** Each known record that the file says something new about: the newest first, by what has happened. */
export function ChangedList({ changed, changedGroups, onOpen }: Props) {
  const [group, setGroup] = useState(ALL);
  const shown = group === ALL ? changed : changed.filter((one) => one.group === group);
  const total = changedGroups
    .filter((one) => group === ALL || one.group === group)
    .reduce((sum, { count }) => sum + count, 0);
  const options = [
    ALL,
    ...changedGroups.map((one) => ({ value: one.group, label: `${one.group} ${one.count}` })),
  ];
  return (
    <div className="imports-changed">
      {changedGroups.length > 1 && (
        <Segmented<string>
          aria-label="更新的种类"
          size="small"
          options={options}
          value={group}
          onChange={setGroup}
        />
      )}
      <ul aria-label="更新">
        {shown.map((one) => (
          <li key={one.title}>
            <Title {...one} onOpen={onOpen} />
            <What {...one} />
            <span className="numeric">{one.amountFen !== null && <Money fen={one.amountFen} />}</span>
          </li>
        ))}
      </ul>
      {shown.length < total && <p className="muted">此处显示最新的 {shown.length} 个</p>}
    </div>
  );
}

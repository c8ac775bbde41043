import { Button, Checkbox, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import { z } from 'zod';
import type { Platform } from '../../../shared/domain/team/shop.ts';
import { PLATFORM_LABELS, PLATFORMS } from '../../../shared/domain/team/shop.ts';
import { TOUR_OFFER } from '../../lib/place/tour-offer.ts';
import { useViewState } from '../../lib/place/view-state.ts';
import type { FirstRunErrors, FirstRunForm } from './first-run-form.ts';
import { EMPTY_FIRST_RUN, firstRunErrors, toFirstRun } from './first-run-form.ts';
import { useCompleteFirstRun } from './mutations.ts';
import { SessionPage } from './session-page.tsx';

type Change = (change: Partial<FirstRunForm>) => void;
type PartProps = { readonly form: FirstRunForm; readonly errors: FirstRunErrors; readonly change: Change };

function errorOf(message: string | undefined) {
  return message === undefined ? {} : ({ validateStatus: 'error', help: message } as const);
}

const platformOptions = PLATFORMS.map((platform) => ({ value: platform, label: PLATFORM_LABELS[platform] }));

function ShopFields({ form, errors, change }: PartProps) {
  return (
    <>
      <Form.Item label="店铺名称" htmlFor="first-run-shop" {...errorOf(errors.shopName)}>
        <Input
          id="first-run-shop"
          autoFocus
          maxLength={60}
          placeholder="与平台后台显示的名称一致"
          value={form.shopName}
          onChange={(event) => change({ shopName: event.target.value })}
        />
      </Form.Item>
      <Form.Item label="平台">
        <Segmented<Platform>
          className="wrapping-choice"
          aria-label="平台"
          options={platformOptions}
          value={form.platform}
          onChange={(platform) => change({ platform })}
        />
      </Form.Item>
    </>
  );
}

function PinField({
  id,
  label,
  value,
  error,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (pin: string) => void;
}) {
  return (
    <Form.Item label={label} htmlFor={id} {...errorOf(error)}>
      <Input.Password
        id={id}
        inputMode="numeric"
        autoComplete="off"
        maxLength={8}
        placeholder="4–8 位数字"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Form.Item>
  );
}

function AgentFields({ form, errors, change }: PartProps) {
  return (
    <>
      <Form.Item
        label="客服名字"
        htmlFor="first-run-agent"
        extra="写进话术里的 {客服}，客户会看到"
        {...errorOf(errors.agentName)}
      >
        <Input
          id="first-run-agent"
          maxLength={20}
          placeholder="例如 小满"
          value={form.agentName}
          onChange={(event) => change({ agentName: event.target.value })}
        />
      </Form.Item>
      <div className="session-pair">
        <PinField
          id="first-run-pin"
          label="PIN（可不填）"
          value={form.pin}
          error={errors.pin}
          onChange={(pin) => change({ pin })}
        />
        <PinField
          id="first-run-pin-repeat"
          label="再输一次 PIN"
          value={form.pinRepeat}
          error={errors.pinRepeat}
          onChange={(pinRepeat) => change({ pinRepeat })}
        />
      </div>
    </>
  );
}

/** Before anything else: one shop, one agent, and the work begins. */
export function FirstRunScreen() {
  const [form, setForm] = useState(EMPTY_FIRST_RUN);
  const [isTried, setIsTried] = useState(false);
  const { mutate, isPending, error } = useCompleteFirstRun();
  const [, offerTour] = useViewState(TOUR_OFFER, z.boolean(), false);
  const errors = firstRunErrors(form);
  // A field that was not reached yet is no mistake, so errors wait for the first try.
  const shown = isTried ? errors : {};
  const change: Change = (part) => setForm((before) => ({ ...before, ...part }));
  const start = () => {
    setIsTried(true);
    if (Object.keys(errors).length > 0) return;
    offerTour(true);
    mutate(toFirstRun(form));
  };
  return (
    <SessionPage title="小二工作台" hint="填好店铺和客服即可开始。数据只保存在这台电脑。">
      <Form layout="vertical" requiredMark={false} onFinish={start}>
        <ShopFields form={form} errors={shown} change={change} />
        <AgentFields form={form} errors={shown} change={change} />
        <Form.Item extra="带订单和待办的虚构店铺，随时可在设置中移除">
          <Checkbox
            checked={form.withSample}
            onChange={(event) => change({ withSample: event.target.checked })}
          >
            同时安装示例店铺，先试用
          </Checkbox>
        </Form.Item>
        {error && (
          <p role="alert" className="session-error">
            {error.message}
          </p>
        )}
        <Button type="primary" htmlType="submit" block size="large" loading={isPending}>
          开始使用
        </Button>
      </Form>
    </SessionPage>
  );
}

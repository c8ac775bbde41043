import { Form, Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import type { Agent, AgentRole } from '../../../../shared/domain/team/agent.ts';
import { AGENT_ROLE_LABELS, AGENT_ROLES } from '../../../../shared/domain/team/agent.ts';
import { useFeedback } from '../../../ui/feedback.tsx';
import { useCreateAgent, useUpdateAgent } from '../mutations.ts';
import type { AgentErrors, AgentForm, PinChange } from './agent-form.ts';
import { agentErrors, pinOf } from './agent-form.ts';

const roleOptions = AGENT_ROLES.map((value) => ({ value, label: AGENT_ROLE_LABELS[value] }));

function pinOptions(agent: Agent | null) {
  if (agent?.hasPin) {
    return [
      { value: 'keep' as const, label: '不变' },
      { value: 'set' as const, label: '重设' },
      { value: 'remove' as const, label: '取消 PIN' },
    ];
  }
  return [
    { value: 'keep' as const, label: '不设' },
    { value: 'set' as const, label: '设置' },
  ];
}

const errorOf = (message: string | undefined) =>
  message === undefined ? {} : ({ validateStatus: 'error', help: message } as const);

type PinFieldsProps = {
  readonly form: AgentForm;
  readonly errors: AgentErrors;
  readonly onForm: (form: AgentForm) => void;
};

function PinFields({ form, errors, onForm }: PinFieldsProps) {
  return (
    <div className="settings-pins">
      <Form.Item label="新 PIN" htmlFor="agent-pin" {...errorOf(errors.pin)}>
        <Input.Password
          id="agent-pin"
          inputMode="numeric"
          autoComplete="off"
          maxLength={8}
          placeholder="4–8 位数字"
          value={form.pin}
          onChange={(event) => onForm({ ...form, pin: event.target.value })}
        />
      </Form.Item>
      <Form.Item label="再输一次" htmlFor="agent-pin-repeat" {...errorOf(errors.pinRepeat)}>
        <Input.Password
          id="agent-pin-repeat"
          inputMode="numeric"
          autoComplete="off"
          maxLength={8}
          value={form.pinRepeat}
          onChange={(event) => onForm({ ...form, pinRepeat: event.target.value })}
        />
      </Form.Item>
    </div>
  );
}

function useSaveAgent(agent: Agent | null, onEnd: () => void) {
  const feedback = useFeedback();
  const create = useCreateAgent();
  const update = useUpdateAgent();
  return (form: AgentForm) => {
    const { name, role } = form;
    const facts = { name, role, ...pinOf(form) };
    if (agent === null) {
      const onSuccess = (added: Agent) => {
        feedback.done(`已添加「${added.name}」`);
        onEnd();
      };
      create.mutate(facts, { onSuccess });
    } else {
      update.mutate({ id: agent.id, isArchived: agent.isArchived, ...facts }, { onSuccess: onEnd });
    }
  };
}

export function AgentDialog({ agent, onEnd }: { readonly agent: Agent | null; readonly onEnd: () => void }) {
  const [form, setForm] = useState<AgentForm>({
    name: agent?.name ?? '',
    role: agent?.role ?? 'agent',
    pinChange: 'keep',
    pin: '',
    pinRepeat: '',
  });
  const [isTried, setIsTried] = useState(false);
  const save = useSaveAgent(agent, onEnd);
  const errors = agentErrors(form);
  const shown = isTried ? errors : {};
  const submit = () => {
    setIsTried(true);
    if (Object.keys(errors).length === 0) save(form);
  };
  return (
    <Modal
      open
      width={420}
      title={agent === null ? '添加客服' : `修改「${agent.name}」`}
      okText={agent === null ? '添加' : '保存'}
      cancelText="取消"
      okButtonProps={{ htmlType: 'submit', form: 'agent-form' }}
      onCancel={onEnd}
    >
      <Form
        id="agent-form"
        className="settings-dialog"
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
      >
        <Form.Item label="名字" htmlFor="agent-name" {...errorOf(shown.name)}>
          <Input
            id="agent-name"
            autoFocus
            maxLength={20}
            value={form.name}
            onChange={(event) => setForm({ ...form, name: event.target.value })}
          />
        </Form.Item>
        <Form.Item label="角色">
          <Segmented<AgentRole>
            aria-label="角色"
            options={roleOptions}
            value={form.role}
            onChange={(role) => setForm({ ...form, role })}
          />
        </Form.Item>
        <Form.Item label="PIN">
          <Segmented<PinChange>
            aria-label="PIN"
            options={pinOptions(agent)}
            value={form.pinChange}
            onChange={(pinChange) => setForm({ ...form, pinChange })}
          />
        </Form.Item>
        {form.pinChange === 'set' && <PinFields form={form} errors={shown} onForm={setForm} />}
      </Form>
    </Modal>
  );
}

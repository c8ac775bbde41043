import { Button, Form, Input } from 'antd';
import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import type { Agent } from '../../../shared/domain/agent.ts';
import { AGENT_ROLE_LABELS } from '../../../shared/domain/agent.ts';
import type { AgentId } from '../../../shared/domain/ids.ts';
import type { AppState } from '../../../shared/ipc/contract/session-contract.ts';
import { useAppState } from '../../lib/app-state.ts';
import { isComposing } from '../../lib/keyboard.ts';
import { useSignIn } from './mutations.ts';
import { SessionPage } from './session-page.tsx';

function AgentChoice({
  agents,
  chosenId,
  onChoose,
}: {
  readonly agents: readonly Agent[];
  readonly chosenId: AgentId | undefined;
  readonly onChoose: (id: AgentId) => void;
}) {
  return (
    <fieldset className="session-agents">
      <legend className="visually-hidden">客服</legend>
      {agents.map((agent) => (
        <label key={agent.id} className="session-agent" data-chosen={agent.id === chosenId}>
          <input
            type="radio"
            name="agent"
            autoFocus={agent.id === chosenId && !agent.hasPin}
            checked={agent.id === chosenId}
            onChange={() => onChoose(agent.id)}
          />
          <span className="session-initial" aria-hidden="true">
            {agent.name.slice(0, 1)}
          </span>
          <span className="session-name">{agent.name}</span>
          <span className="session-role">{AGENT_ROLE_LABELS[agent.role]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function neighbour(agents: readonly Agent[], chosen: Agent | undefined, key: string): Agent | undefined {
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (step === undefined || chosen === undefined) return undefined;
  return agents.at((agents.indexOf(chosen) + step) % agents.length);
}

function SignInForm({
  agents,
  lastAgentId,
}: { readonly agents: readonly Agent[] } & Pick<AppState, 'lastAgentId'>) {
  const [chosenId, setChosenId] = useState(lastAgentId);
  const [pin, setPin] = useState('');
  const { mutate, error, isPending, reset } = useSignIn();
  const chosen = agents.find(({ id }) => id === chosenId) ?? agents[0];

  const choose = (id: AgentId) => {
    setChosenId(id);
    setPin('');
    reset();
  };
  const signIn = () => {
    if (chosen === undefined || (chosen.hasPin && pin === '')) return;
    mutate({ agentId: chosen.id, pin: chosen.hasPin ? pin : null }, { onError: () => setPin('') });
  };
  // The arrows change the agent from the PIN field too, so that nobody has to leave it.
  const moveFromPin = (event: KeyboardEvent) => {
    const next = isComposing(event) ? undefined : neighbour(agents, chosen, event.key);
    if (next === undefined) return;
    event.preventDefault();
    choose(next.id);
  };

  return (
    <Form layout="vertical" requiredMark={false} onFinish={signIn}>
      <AgentChoice agents={agents} chosenId={chosen?.id} onChoose={choose} />
      {chosen?.hasPin && (
        <Form.Item
          label="PIN"
          htmlFor="sign-in-pin"
          {...(error ? { validateStatus: 'error', help: error.message } : {})}
        >
          <Input.Password
            id="sign-in-pin"
            key={chosen.id}
            autoFocus
            inputMode="numeric"
            autoComplete="off"
            maxLength={8}
            value={pin}
            onKeyDown={moveFromPin}
            onChange={(event) => setPin(event.target.value)}
          />
        </Form.Item>
      )}
      {error && !chosen?.hasPin && (
        <p role="alert" className="session-error">
          {error.message}
        </p>
      )}
      <Button type="primary" htmlType="submit" block size="large" loading={isPending}>
        进入
      </Button>
    </Form>
  );
}

/** Who works now. The same screen locks the workstation. */
export function SignInScreen() {
  const { agents: everyone, lastAgentId } = useAppState();
  const agents = everyone.filter(({ isArchived }) => !isArchived);
  return (
    <SessionPage title="小二工作台" hint="选择客服进入。上下键选择，回车确认。">
      <SignInForm agents={agents} lastAgentId={lastAgentId} />
    </SessionPage>
  );
}

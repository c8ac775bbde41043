import { Button, Form, Input } from 'antd';
import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import type { AgentId } from '../../../shared/domain/ids.ts';
import type { Agent } from '../../../shared/domain/team/agent.ts';
import { isComposing } from '../../lib/keyboard.ts';
import { useAppState } from '../../lib/main-process/app-state.ts';
import { AgentChoice } from './agent-choice.tsx';
import { useSignIn } from './mutations.ts';
import { SessionPage } from './session-page.tsx';

function neighbour(agents: readonly Agent[], chosen: Agent, key: string): Agent | undefined {
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  return step === undefined ? undefined : agents.at((agents.indexOf(chosen) + step) % agents.length);
}

type PinFieldProps = {
  readonly pin: string;
  readonly error: string | undefined;
  readonly onPin: (pin: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

function PinField({ pin, error, onPin, onKeyDown }: PinFieldProps) {
  return (
    <Form.Item
      label="PIN"
      htmlFor="sign-in-pin"
      {...(error === undefined ? {} : { validateStatus: 'error', help: error })}
    >
      <Input.Password
        id="sign-in-pin"
        autoFocus
        inputMode="numeric"
        autoComplete="off"
        maxLength={8}
        value={pin}
        onKeyDown={onKeyDown}
        onChange={(event) => onPin(event.target.value)}
      />
    </Form.Item>
  );
}

type SignInFormProps = { readonly agents: readonly Agent[]; readonly first: Agent };

function SignInForm({ agents, first }: SignInFormProps) {
  const [chosen, setChosen] = useState(first);
  const [pin, setPin] = useState('');
  const [isPinAsked, setIsPinAsked] = useState(false);
  const { mutate, error, isPending, reset } = useSignIn();

  const choose = (agent: Agent) => {
    setChosen(agent);
    setPin('');
    setIsPinAsked(false);
    reset();
  };
  const signIn = () => {
    const isPinMissing = chosen.hasPin && pin === '';
    setIsPinAsked(isPinMissing);
    if (isPinMissing) return;
    mutate({ agentId: chosen.id, pin: chosen.hasPin ? pin : null }, { onError: () => setPin('') });
  };
  // The arrows change the agent from the PIN field too, so that the hand need not leave it.
  const moveFromPin = (event: KeyboardEvent) => {
    const next = isComposing(event) ? undefined : neighbour(agents, chosen, event.key);
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
  };
  const message = error?.message ?? (isPinAsked ? '请输入 PIN' : undefined);

  return (
    <Form layout="vertical" requiredMark={false} onFinish={signIn}>
      <AgentChoice
        agents={agents}
        chosenId={chosen.id}
        onChoose={(id: AgentId) => choose(agents.find((agent) => agent.id === id) ?? chosen)}
      />
      {chosen.hasPin ? (
        <PinField key={chosen.id} pin={pin} error={message} onPin={setPin} onKeyDown={moveFromPin} />
      ) : (
        message !== undefined && (
          <p role="alert" className="session-error">
            {message}
          </p>
        )
      )}
      <Button type="primary" htmlType="submit" block size="large" loading={isPending}>
        进入
      </Button>
    </Form>
  );
}

/** Asks which agent works now. The same screen locks the workstation. */
export function SignInScreen() {
  const { agents: everyone, lastAgentId } = useAppState();
  const agents = everyone.filter(({ isArchived }) => !isArchived);
  const first = agents.find(({ id }) => id === lastAgentId) ?? agents[0];
  return (
    <SessionPage title="小二工作台" hint="选择客服进入。上下键选择，回车确认。">
      {first !== undefined && <SignInForm agents={agents} first={first} />}
    </SessionPage>
  );
}

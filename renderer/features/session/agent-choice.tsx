import { useEffect, useRef } from 'react';
import type { AgentId } from '../../../shared/domain/ids.ts';
import type { Agent } from '../../../shared/domain/team/agent.ts';
import { AGENT_ROLE_LABELS } from '../../../shared/domain/team/agent.ts';

type AgentOptionProps = {
  readonly agent: Agent;
  readonly isChosen: boolean;
  readonly onChoose: (id: AgentId) => void;
};

function AgentOption({ agent, isChosen, onChoose }: AgentOptionProps) {
  const radio = useRef<HTMLInputElement>(null);
  // With a PIN the focus belongs to its field; without one Enter signs in from here.
  const takesFocus = isChosen && !agent.hasPin;
  useEffect(() => {
    if (takesFocus) radio.current?.focus();
  }, [takesFocus]);
  return (
    <label className="session-agent" data-chosen={isChosen}>
      <input ref={radio} type="radio" name="agent" checked={isChosen} onChange={() => onChoose(agent.id)} />
      <span className="session-initial" aria-hidden="true">
        {agent.name.slice(0, 1)}
      </span>
      <span className="session-name">{agent.name}</span>
      <span className="session-role">{AGENT_ROLE_LABELS[agent.role]}</span>
    </label>
  );
}

type AgentChoiceProps = {
  readonly agents: readonly Agent[];
  readonly chosenId: AgentId | undefined;
  readonly onChoose: (id: AgentId) => void;
};

export function AgentChoice({ agents, chosenId, onChoose }: AgentChoiceProps) {
  return (
    <fieldset className="session-agents">
      <legend className="visually-hidden">客服</legend>
      {agents.map((agent) => (
        <AgentOption key={agent.id} agent={agent} isChosen={agent.id === chosenId} onChoose={onChoose} />
      ))}
    </fieldset>
  );
}

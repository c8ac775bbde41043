import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { describeError } from '../../shared/describe-error.ts';
import { AppError } from '../../shared/errors.ts';
import { call } from '../lib/main-process/ipc.ts';
import { EmptyState } from '../ui/empty-state.tsx';

const MAX_DESCRIPTION = 4000;

type Props = {
  readonly children: ReactNode;
  /** Another value tries again: the agent has gone to another screen. */
  readonly resetKey?: string;
};
type State = { readonly hasFailed: boolean; readonly resetKey: string | undefined };

async function tellMain(bug: unknown): Promise<void> {
  if (bug instanceof AppError) return;
  try {
    await call('diagnostics.reportBug', { description: describeError(bug).slice(0, MAX_DESCRIPTION) });
  } catch {
    // If main is what broke, no one is left to tell.
  }
}

/** Only bugs come here. They are written to the log, those of main by main itself. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { hasFailed: false, resetKey: this.props.resetKey };

  static getDerivedStateFromError(): Partial<State> {
    return { hasFailed: true };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetKey === state.resetKey ? null : { hasFailed: false, resetKey: props.resetKey };
  }

  override componentDidCatch(bug: unknown): void {
    void tellMain(bug);
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <EmptyState
        title="此处出现内部错误"
        hint="已写入日志；订单、待办和提醒不受影响。"
        action={
          <Button type="primary" onClick={() => this.setState({ hasFailed: false })}>
            重新打开
          </Button>
        }
      />
    );
  }
}

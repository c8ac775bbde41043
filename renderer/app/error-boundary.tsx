import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { EmptyState } from '../ui/empty-state.tsx';

type Props = {
  readonly children: ReactNode;
  /** Another value tries again: the agent has gone to another screen. */
  readonly resetKey?: string;
};
type State = { readonly hasFailed: boolean; readonly resetKey: string | undefined };

/** Only bugs come here; main has written what happened to the log. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { hasFailed: false, resetKey: this.props.resetKey };

  static getDerivedStateFromError(): Partial<State> {
    return { hasFailed: true };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetKey === state.resetKey ? null : { hasFailed: false, resetKey: props.resetKey };
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

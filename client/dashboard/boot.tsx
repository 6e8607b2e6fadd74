import { useCallback, useEffect, useRef, useState } from 'react';
import { Provider } from 'urql';
import type { Graphql } from './data/client.ts';
import { createGraphql } from './data/client.ts';
import type { Live } from './data/live.ts';
import { LiveContext } from './data/live-context.ts';
import { type Session, SessionContext } from './data/session-context.ts';
import { connect, start } from './data/start.ts';
import { Shell } from './shell/shell.tsx';
import { Failed, Loading } from './shell/states.tsx';

interface Running {
  readonly session: Session;
  readonly live: Live;
  readonly graphql: Graphql;
  /** Grows with every gap: what was read before it is read anew. */
  readonly epoch: number;
}

/** Asks who is signed in, takes the cursor, opens the stream; then the screens. */
export function Boot() {
  const [running, setRunning] = useState<Running | null>(null);
  const [failed, setFailed] = useState(false);
  const stop = useRef(() => {});

  const boot = useCallback(() => {
    setFailed(false);
    let left = false;
    let live: Live | null = null;
    let graphql: Graphql | null = null;
    const leave = () => {
      left = true;
      graphql?.dispose();
      live?.stop();
    };
    stop.current = leave;

    const run = async () => {
      const { viewer, cursor } = await start();
      if (left) return;
      const opened = connect(viewer.tenant);
      live = opened;
      const show = (epoch: number) => {
        graphql?.dispose();
        graphql = createGraphql(opened);
        setRunning({ session: viewer, live: opened, graphql, epoch });
      };
      let epoch = 0;
      opened.onGap(() => {
        epoch += 1;
        show(epoch);
      });
      show(epoch);
      opened.start(cursor);
    };
    run().catch(() => !left && setFailed(true));
    return leave;
  }, []);

  useEffect(() => {
    boot();
    return () => stop.current();
  }, [boot]);

  if (failed || running === null) {
    return <main>{failed ? <Failed alone onRetry={boot} /> : <Loading />}</main>;
  }
  return (
    <SessionContext value={running.session}>
      <LiveContext value={running.live}>
        <Provider value={running.graphql.client} key={running.epoch}>
          <Shell />
        </Provider>
      </LiveContext>
    </SessionContext>
  );
}

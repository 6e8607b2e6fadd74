import { Route, Switch } from 'wouter';
import { MessageList } from './list.tsx';
import { MessagePage } from './message-page.tsx';

/** The whole history, and all that is known of one message. */
export default function MessagesScreen() {
  return (
    <Switch>
      <Route path="/:id">{({ id }) => <MessagePage key={id} id={id} />}</Route>
      <Route>
        <MessageList />
      </Route>
    </Switch>
  );
}

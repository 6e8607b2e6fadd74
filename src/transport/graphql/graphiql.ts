import type { GraphiQLOptions } from 'graphql-yoga';

const FIRST_QUERY = `# Put your key into the "Headers" tab below; subscriptions take it from there, too.
query Start {
  viewer { tenant role mode }
  messages(first: 5) { edges { node { id direction type status text createdAt } } }
}
`;

/** GraphiQL for sandbox and development. Its headers travel as `connectionParams` of the WebSocket as well. */
export const graphiqlOptions: GraphiQLOptions = {
  title: 'Dijla WhatsApp Gateway',
  subscriptionsProtocol: 'WS',
  credentials: 'same-origin',
  defaultQuery: FIRST_QUERY,
  headers: JSON.stringify({ 'x-dijla-key': '' }, null, 2),
  shouldPersistHeaders: true,
  schemaDescription: true,
};

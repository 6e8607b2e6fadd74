import type { GraphiQLOptions } from 'graphql-yoga';

const FIRST_QUERY = `# Your key goes into the "Headers" tab below: { "x-dijla-key": "<your key>" }
# Who is signed in to the dashboard needs none.
query Start {
  viewer { tenant role mode }
  messages(first: 5) { edges { node { id direction type status text createdAt } } }
}
`;

/** GraphiQL for sandbox and development. Its headers travel as `connectionParams` of its WebSocket, too. */
export const graphiqlOptions: GraphiQLOptions = {
  title: 'Dijla WhatsApp Gateway',
  subscriptionsProtocol: 'WS',
  credentials: 'same-origin',
  defaultQuery: FIRST_QUERY,
  shouldPersistHeaders: true,
  schemaDescription: true,
};

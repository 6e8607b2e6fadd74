import { builder } from './builder.ts';

export const LocationInput = builder.inputType('LocationInput', {
  description: 'A place.',
  fields: (t) => ({
    latitude: t.float({ required: true, description: 'Degrees, -90 to 90.' }),
    longitude: t.float({ required: true, description: 'Degrees, -180 to 180.' }),
    name: t.string({ description: 'What the place is called. ≤ 1000 characters.' }),
    address: t.string({ description: 'Its postal address. Shown only together with a name. ≤ 1000 characters.' }),
  }),
});

import { builder } from './builder.ts';
import { asData, ForbiddenError, InvalidInputError, memberOf, NotFoundError } from './errors.ts';
import { PhoneNumberType } from './phone-number.ts';

const SetPhoneNumberRateResult = builder.unionType('SetPhoneNumberRateResult', {
  description: 'The number as it stands, or why its rate could not be set.',
  types: [PhoneNumberType, InvalidInputError, ForbiddenError, NotFoundError],
  resolveType: (result) => ('failure' in result ? memberOf(result) : 'PhoneNumber'),
});

builder.mutationField('setPhoneNumberRate', (t) =>
  t.field({
    type: SetPhoneNumberRateResult,
    description: 'Sets how fast a number may send. Needs the scope `manage`. May be repeated.',
    args: {
      id: t.arg.id({ required: true, description: 'Its `num_…`.' }),
      messagesPerSecond: t.arg.int({ description: "1–1,000; null or left out for Meta's default of 80." }),
    },
    resolve: (_root, { id, messagesPerSecond }, { caller, services }) =>
      asData(
        () => services.numbers.setRate(caller, id, messagesPerSecond ?? null),
        (field) => field,
      ),
  }),
);

import { MESSAGE_TYPES } from '../../domain/message.ts';
import { builder } from './builder.ts';

export const MessageTypeEnum = builder.enumType('MessageType', {
  description: "Kinds of message by Meta's names; `unknown` came after this release and is kept raw.",
  values: MESSAGE_TYPES,
});

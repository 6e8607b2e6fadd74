import { invalidInput } from '../domain/errors.ts';
import type { Json, JsonObject } from '../domain/json.ts';
import {
  checkOptionalText,
  checkOptionalWord,
  missing,
  requireObject,
  requireText,
  requireWebAddress,
  requireWord,
  wrongKind,
} from './content-fields.ts';

/** Meta's limits, in characters unless said otherwise. (Cloud API, each kind's own page.) */
const BUTTON_TITLE = 20;
const CALL_MINUTES = 43_200;
const CALL_PAYLOAD = 512;
/** Bounds of ours on ids and words for which Meta names none; Meta advises 30 characters on a flow's button. */
const WORD = 256;
const FLOW_TOKEN = 2_048;

const NAME = 'interactive.action.name';
const AT = 'interactive.action.parameters';

export function checkUrlButton(action: JsonObject): void {
  requireWord(NAME, action['name'], 'cta_url');
  const parameters = requireObject(AT, action['parameters']);
  requireText(`${AT}.display_text`, parameters['display_text'], BUTTON_TITLE);
  requireWebAddress(`${AT}.url`, parameters['url']);
}

export function checkLocationRequest(action: JsonObject): void {
  requireWord(NAME, action['name'], 'send_location');
}

export function checkContactRequest(action: JsonObject): void {
  requireWord(NAME, action['name'], 'request_contact_info');
}

export function checkCallPermission(action: JsonObject): void {
  requireWord(NAME, action['name'], 'call_permission_request');
}

export function checkVoiceCall(action: JsonObject): void {
  requireWord(NAME, action['name'], 'voice_call');
  const given = action['parameters'];
  if (given === undefined || given === null) return;
  const parameters = requireObject(AT, given);
  checkOptionalText(`${AT}.display_text`, parameters['display_text'], BUTTON_TITLE);
  checkOptionalText(`${AT}.payload`, parameters['payload'], CALL_PAYLOAD);
  const minutes = parameters['ttl_minutes'];
  if (minutes === undefined || minutes === null) return;
  const field = `${AT}.ttl_minutes`;
  if (typeof minutes !== 'number') throw wrongKind(field, 'a number', minutes);
  if (Number.isInteger(minutes) && minutes >= 1 && minutes <= CALL_MINUTES) return;
  throw invalidInput(field, `WhatsApp takes 1 to ${CALL_MINUTES} whole minutes; ${minutes} was given.`, 'Change it.');
}

/** Addresses are asked for in India only. */
export function checkAddress(action: JsonObject): void {
  requireWord(NAME, action['name'], 'address_message');
  requireWord(`${AT}.country`, requireObject(AT, action['parameters'])['country'], 'IN');
}

export function checkFlow(action: JsonObject): void {
  requireWord(NAME, action['name'], 'flow');
  const parameters = requireObject(AT, action['parameters']);
  requireWord(`${AT}.flow_message_version`, parameters['flow_message_version'], '3');
  requireText(`${AT}.flow_cta`, parameters['flow_cta'], WORD);
  checkFlowReference(parameters);
  checkOptionalWord(`${AT}.mode`, parameters['mode'], ['draft', 'published']);
  checkOptionalWord(`${AT}.flow_action`, parameters['flow_action'], ['navigate', 'data_exchange']);
  checkOptionalText(`${AT}.flow_token`, parameters['flow_token'], FLOW_TOKEN);
  const payload = parameters['flow_action_payload'];
  if (payload !== undefined && payload !== null) checkFlowPayload(payload);
}

function checkFlowReference(parameters: JsonObject): void {
  const names = ['flow_id', 'flow_name'] as const;
  const given = names.filter((name) => parameters[name] !== undefined && parameters[name] !== null);
  const [name] = given;
  if (name === undefined) throw missing(`${AT}.flow_id`, 'the id of a flow, or its name as `flow_name`');
  if (given.length > 1) {
    throw invalidInput(`${AT}.flow_name`, 'A flow is named by id or by name; both were given.', 'Leave one out.');
  }
  requireText(`${AT}.${name}`, parameters[name], WORD);
}

function checkFlowPayload(value: Json): void {
  const at = `${AT}.flow_action_payload`;
  const payload = requireObject(at, value);
  requireText(`${at}.screen`, payload['screen'], WORD);
  if (payload['data'] === undefined || payload['data'] === null) return;
  if (Object.keys(requireObject(`${at}.data`, payload['data'])).length > 0) return;
  throw invalidInput(`${at}.data`, 'WhatsApp takes no empty object here.', 'Leave it out, or give a member.');
}

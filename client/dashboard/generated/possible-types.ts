
      export interface PossibleTypesResultData {
        possibleTypes: {
          [key: string]: string[]
        }
      }
      const result: PossibleTypesResultData = {
  "possibleTypes": {
    "AddPhoneNumberResult": [
      "ForbiddenError",
      "InvalidInputError",
      "MetaUnavailableError",
      "PhoneNumber",
      "RejectedByMetaError"
    ],
    "AssignPhoneNumberResult": [
      "ForbiddenError",
      "InvalidInputError",
      "NotFoundError",
      "PhoneNumber"
    ],
    "AssignUnroutedResult": [
      "AssignedUnrouted",
      "ForbiddenError",
      "InvalidInputError",
      "NotFoundError"
    ],
    "CancelMessageResult": [
      "ForbiddenError",
      "InvalidInputError",
      "Message",
      "NotFoundError"
    ],
    "CreateTemplateResult": [
      "ForbiddenError",
      "InvalidInputError",
      "MetaUnavailableError",
      "NotFoundError",
      "RateLimitedError",
      "RejectedByMetaError",
      "Template",
      "UnconfirmedError"
    ],
    "CreateTenantResult": [
      "ForbiddenError",
      "InvalidInputError",
      "Tenant"
    ],
    "DeleteTemplateResult": [
      "DeletedTemplates",
      "ForbiddenError",
      "InvalidInputError",
      "MetaUnavailableError",
      "NotFoundError",
      "RateLimitedError",
      "RejectedByMetaError",
      "UnconfirmedError"
    ],
    "DeliveryCounts": [
      "Delivery",
      "DeliveryDay",
      "NumberDelivery",
      "TemplateDelivery"
    ],
    "Error": [
      "ForbiddenError",
      "IdempotencyConflictError",
      "InvalidInputError",
      "MetaUnavailableError",
      "NotFoundError",
      "OptedOutError",
      "RateLimitedError",
      "RejectedByMetaError",
      "TemplateMismatchError",
      "UnconfirmedError",
      "WindowClosedError"
    ],
    "Event": [
      "Checkpoint",
      "InboundMessage",
      "MediaEvent",
      "NoticeEvent",
      "OutboundMessage",
      "StatusUpdate",
      "TemplateEvent"
    ],
    "IssueApiKeyResult": [
      "ForbiddenError",
      "InvalidInputError",
      "IssuedApiKey",
      "NotFoundError"
    ],
    "MarkReadResult": [
      "Conversation",
      "ForbiddenError",
      "InvalidInputError",
      "NotFoundError"
    ],
    "MessageContent": [
      "ContactsContent",
      "EditContent",
      "InteractiveContent",
      "InteractiveReplyContent",
      "LocationContent",
      "MediaContent",
      "OrderContent",
      "OtherContent",
      "ReactionContent",
      "RequestWelcomeContent",
      "RevokeContent",
      "SystemContent",
      "TemplateContent",
      "TextContent",
      "UnsupportedContent"
    ],
    "Node": [
      "ApiKey",
      "Contact",
      "Conversation",
      "Message",
      "PhoneNumber",
      "Tenant"
    ],
    "RemovePhoneNumberResult": [
      "ForbiddenError",
      "InvalidInputError",
      "NotFoundError",
      "PhoneNumber"
    ],
    "ResolveMessageResult": [
      "ForbiddenError",
      "InvalidInputError",
      "Message",
      "NotFoundError"
    ],
    "RetryMediaResult": [
      "ForbiddenError",
      "Message",
      "NotFoundError"
    ],
    "RevokeApiKeyResult": [
      "ApiKey",
      "ForbiddenError",
      "NotFoundError"
    ],
    "SendResult": [
      "ForbiddenError",
      "IdempotencyConflictError",
      "InvalidInputError",
      "Message",
      "MetaUnavailableError",
      "NotFoundError",
      "OptedOutError",
      "RateLimitedError",
      "RejectedByMetaError",
      "TemplateMismatchError",
      "UnconfirmedError",
      "WindowClosedError"
    ],
    "SendTypingResult": [
      "Conversation",
      "ForbiddenError",
      "InvalidInputError",
      "MetaUnavailableError",
      "NotFoundError",
      "RejectedByMetaError"
    ],
    "SetPhoneNumberRateResult": [
      "ForbiddenError",
      "InvalidInputError",
      "NotFoundError",
      "PhoneNumber"
    ],
    "SyncTemplatesResult": [
      "ForbiddenError",
      "InvalidInputError",
      "MetaUnavailableError",
      "NotFoundError",
      "RateLimitedError",
      "RejectedByMetaError",
      "TemplateSync"
    ],
    "UpdatePhoneNumberResult": [
      "ForbiddenError",
      "InvalidInputError",
      "MetaUnavailableError",
      "NotFoundError",
      "PhoneNumber",
      "RejectedByMetaError"
    ],
    "UpdateTenantResult": [
      "ForbiddenError",
      "InvalidInputError",
      "NotFoundError",
      "Tenant"
    ],
    "VerifyPhoneNumberResult": [
      "ForbiddenError",
      "InvalidInputError",
      "NotFoundError",
      "PhoneNumberConnection"
    ]
  }
};
      export default result;
    
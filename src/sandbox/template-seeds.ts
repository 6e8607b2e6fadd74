import type { TemplateComponent } from './template-schema.ts';

export interface TemplateSeed {
  name: string;
  language: string;
  category: 'MARKETING' | 'UTILITY' | 'AUTHENTICATION';
  status?: 'PAUSED' | 'REJECTED';
  parameter_format?: 'NAMED';
  components: TemplateComponent[];
}

const englishOrderBody =
  'Hello {{customer_name}}, thank you for your order {{order_number}}. We will write again when it is on its way.';
const arabicReminderBody =
  'مرحباً {{1}}، نذكّرك بموعدك في عيادة دجلة يوم {{2}} الساعة {{3}}. يرجى تأكيد الحضور أو اختيار موعد آخر.';

/** What every sandbox account starts with: one of each kind that a gateway has to fill in. */
export const templateSeeds: readonly TemplateSeed[] = [
  {
    name: 'hello_world',
    language: 'en_US',
    category: 'UTILITY',
    components: [
      { type: 'HEADER', format: 'TEXT', text: 'Hello World' },
      {
        type: 'BODY',
        text: 'Welcome and congratulations!! This message shows that you can send WhatsApp notifications.',
      },
      { type: 'FOOTER', text: 'WhatsApp Business Platform sample message' },
    ],
  },
  {
    name: 'order_confirmation',
    language: 'en',
    category: 'UTILITY',
    parameter_format: 'NAMED',
    components: [
      {
        type: 'BODY',
        text: englishOrderBody,
        example: {
          body_text_named_params: [
            { param_name: 'customer_name', example: 'Ahmed' },
            { param_name: 'order_number', example: 'DJ-1042' },
          ],
        },
      },
    ],
  },
  {
    name: 'order_confirmation',
    language: 'ar',
    category: 'UTILITY',
    parameter_format: 'NAMED',
    components: [
      {
        type: 'BODY',
        text: 'مرحباً {{customer_name}}، شكراً لطلبك رقم {{order_number}}. سنراسلك عند خروجه للتوصيل.',
        example: {
          body_text_named_params: [
            { param_name: 'customer_name', example: 'أحمد' },
            { param_name: 'order_number', example: 'DJ-1042' },
          ],
        },
      },
    ],
  },
  {
    name: 'delivery_update',
    language: 'en_US',
    category: 'UTILITY',
    components: [
      { type: 'HEADER', format: 'TEXT', text: 'Order {{1}}', example: { header_text: ['DJ-1042'] } },
      {
        type: 'BODY',
        text: 'Hi {{1}}, your parcel leaves our Baghdad warehouse today and should arrive by {{2}}.',
        example: { body_text: [['Noor', '6 pm']] },
      },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'URL', text: 'Track parcel', url: 'https://dijla.example/track/{{1}}', example: ['DJ-1042'] },
        ],
      },
    ],
  },
  {
    name: 'appointment_reminder',
    language: 'ar',
    category: 'UTILITY',
    components: [
      { type: 'BODY', text: arabicReminderBody, example: { body_text: [['سارة', 'الأحد', '10:30']] } },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'QUICK_REPLY', text: 'تأكيد' },
          { type: 'QUICK_REPLY', text: 'موعد آخر' },
        ],
      },
    ],
  },
  {
    name: 'spring_offer',
    language: 'en_US',
    category: 'MARKETING',
    components: [
      { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['https://dijla.example/spring.png'] } },
      {
        type: 'BODY',
        text: '{{1}}, our spring offer is here: {{2}} off everything until Friday.',
        example: { body_text: [['Zainab', '20%']] },
      },
      { type: 'FOOTER', text: 'Reply STOP to get no more offers' },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'URL', text: 'See the offer', url: 'https://dijla.example/spring' },
          { type: 'QUICK_REPLY', text: 'Stop offers' },
        ],
      },
    ],
  },
  {
    name: 'verification_code',
    language: 'en_US',
    category: 'AUTHENTICATION',
    components: [
      {
        type: 'BODY',
        text: "*{{1}}* is your verification code. For your security, don't share it.",
        add_security_recommendation: true,
        example: { body_text: [['123456']] },
      },
      { type: 'FOOTER', text: 'Expires in 10 minutes.', code_expiration_minutes: 10 },
      {
        type: 'BUTTONS',
        buttons: [
          {
            type: 'URL',
            text: 'Copy code',
            url: 'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}',
            example: ['https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp123456'],
          },
        ],
      },
    ],
  },
  {
    name: 'customer_survey',
    language: 'en_US',
    category: 'MARKETING',
    status: 'PAUSED',
    components: [{ type: 'BODY', text: 'How was your last visit? Answer with a number from 1 to 5.' }],
  },
  {
    name: 'free_gift',
    language: 'en_US',
    category: 'UTILITY',
    status: 'REJECTED',
    components: [{ type: 'BODY', text: 'You have won a free gift! Claim it now.' }],
  },
];

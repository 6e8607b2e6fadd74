/** An emoji and the words by which it is found, in both languages. */
export interface Emoji {
  readonly emoji: string;
  readonly words: string;
}

export type EmojiGroup = 'faces' | 'people' | 'nature' | 'food' | 'things' | 'signs';

/**
 * The emoji that people write to customers with, a few hundred of thousands: a phone's own keyboard has the rest. One line
 * each: the emoji, then words in English and Arabic.
 */
const LINES: Readonly<Record<EmojiGroup, string>> = {
  faces: `
😀 grin happy ابتسامة سعيد
😃 smile happy فرح سعيد
😄 laugh smile ضحك فرح
😁 beam grin ابتسامة عريضة
😆 laugh squint ضحك
😅 sweat laugh nervous ضحك عرق محرج
😂 joy tears laugh ضحك دموع
🤣 rolling laugh lol ضحك شديد
🙂 slight smile ابتسامة خفيفة
😉 wink غمزة
😊 blush smile خجل ابتسامة
😇 angel halo ملاك
🥰 love hearts حب قلوب
😍 heart eyes love حب إعجاب
🤩 star eyes wow نجوم انبهار
😘 kiss قبلة
😋 yum tasty لذيذ
😜 wink tongue مزاح لسان
🤗 hug عناق حضن
🤭 giggle oops ضحكة خفية
🤔 think hmm تفكير
🤐 zip quiet صمت سر
😐 neutral محايد
😏 smirk مكر
🙄 roll eyes ملل
😬 grimace awkward إحراج
😌 relieved calm ارتياح هدوء
😴 sleep نوم
😷 mask sick مرض كمامة
🤒 fever sick حمى مرض
😎 cool sunglasses رائع نظارات
🥳 party celebrate حفلة احتفال
😕 confused حيرة
🙁 sad frown حزن
😮 wow surprised دهشة
😳 flushed خجل
🥺 please plead رجاء
😢 cry sad بكاء حزن
😭 sob cry بكاء شديد
😱 scream fear صراخ خوف
😡 angry غضب
😤 huff proud انفعال
🤯 mind blown انبهار
🥲 smile tear ابتسامة دمعة
🫡 salute yes sir تحية حاضر
🫶 heart hands love قلب يدين`,
  people: `
👍 thumbs up ok yes موافق إعجاب تمام
👎 thumbs down no رفض
👌 ok fine تمام
✌️ victory peace نصر سلام
🤞 fingers crossed luck حظ
🤝 handshake deal مصافحة اتفاق
🙏 thanks please pray شكرا رجاء دعاء
👏 clap applause تصفيق
🙌 hooray hands يدين احتفال
👋 wave hello hi مرحبا تلويح
✋ stop hand توقف يد
💪 strong muscle قوة
☝️ point up أعلى
👇 point down أسفل
👉 point right يمين
👈 point left يسار
🤲 palms prayer دعاء كفين
✍️ write كتابة
👀 eyes look نظر عيون
🧑‍💻 developer computer مبرمج حاسوب
👨‍👩‍👧‍👦 family عائلة
👶 baby طفل
🙋 raise hand سؤال
🤷 shrug لا أعرف
🤦 facepalm إحراج
🚶 walk مشي
🏃 run ركض
💃 dance رقص`,
  nature: `
🌹 rose flower وردة
🌷 tulip flower زهرة
🌸 blossom زهر
🌻 sunflower عباد الشمس
🌴 palm نخلة
🌱 plant sprout نبتة
🍀 luck clover حظ
🐱 cat قطة
🐶 dog كلب
🐪 camel جمل
🐟 fish سمك
🦅 eagle نسر
🕊️ dove peace حمامة سلام
🌙 moon هلال قمر
⭐ star نجمة
🌟 glow star نجمة لامعة
☀️ sun شمس
⛅ cloud غيم
🌧️ rain مطر
❄️ snow ثلج
🌈 rainbow قوس قزح
🌊 wave river موج نهر
🔥 fire hot نار
✨ sparkles بريق`,
  food: `
☕ coffee قهوة
🍵 tea شاي
🥤 drink عصير شراب
🍞 bread خبز
🍚 rice رز
🍢 kebab كباب
🥙 flatbread shawarma شاورما
🍕 pizza بيتزا
🍔 burger برغر
🍟 fries بطاطا
🥗 salad سلطة
🍗 chicken دجاج
🍎 apple تفاح
🍉 watermelon رقي بطيخ
🍇 grapes عنب
🍊 orange برتقال
🌴 dates palm تمر
🍰 cake كيك
🎂 birthday cake عيد ميلاد
🍫 chocolate شوكولاتة
🍬 candy حلوى
🍯 honey عسل`,
  things: `
🎉 party congratulations احتفال تهاني
🎁 gift هدية
🎈 balloon بالون
🏆 trophy win كأس فوز
⚽ football كرة
📦 parcel package طرد
🚚 delivery truck توصيل شاحنة
🛵 scooter delivery توصيل دراجة
🚗 car سيارة
✈️ plane travel طائرة سفر
🏠 home house بيت منزل
🏥 hospital clinic مستشفى عيادة
🏢 office مكتب شركة
🕌 mosque مسجد
🕋 kaaba كعبة
📍 place pin موقع
🗺️ map خريطة
📞 phone call اتصال هاتف
📱 mobile هاتف جوال
💻 laptop حاسوب
📷 camera photo كاميرا صورة
🎤 microphone مايكروفون
📄 page document ورقة مستند
📎 paperclip attach مرفق
📅 calendar date تقويم موعد
⏰ alarm clock منبه وقت
⏳ wait hourglass انتظار
🔑 key مفتاح
🔒 lock قفل أمان
🛒 cart shopping تسوق سلة
🧾 receipt وصل فاتورة
💳 card pay بطاقة دفع
💰 money bag مال
💵 cash dollar نقد دولار
💡 idea فكرة
🔧 repair tool تصليح أداة
💊 pill medicine دواء
🩺 doctor طبيب
👕 shirt قميص
👟 shoe حذاء
⌚ watch ساعة
💍 ring خاتم
📚 books كتب
✏️ pencil قلم`,
  signs: `
❤️ heart love قلب حب
🧡 orange heart قلب
💛 yellow heart قلب
💚 green heart قلب أخضر
💙 blue heart قلب أزرق
💜 purple heart قلب
🖤 black heart قلب أسود
🤍 white heart قلب أبيض
💔 broken heart قلب مكسور
💯 hundred مئة ممتاز
✅ check done yes تم صح
✔️ tick صح
❌ cross no خطأ لا
⚠️ warning تحذير
❗ important مهم تعجب
❓ question سؤال
🆗 ok تمام
🆕 new جديد
🆓 free مجاني
🔔 bell notify جرس تنبيه
🔴 red أحمر
🟢 green أخضر
🟡 yellow أصفر
🔵 blue أزرق
➕ plus زائد
➡️ right arrow سهم
⬅️ left arrow سهم
⬆️ up arrow سهم
⬇️ down arrow سهم
🔁 repeat إعادة
💬 message chat رسالة محادثة
🇮🇶 iraq flag علم العراق
🇸🇦 saudi flag السعودية
🇦🇪 emirates flag الإمارات
🇯🇴 jordan flag الأردن
🇰🇼 kuwait flag الكويت
🇹🇷 turkey flag تركيا`,
};

export const EMOJIS: readonly { readonly group: EmojiGroup; readonly emojis: readonly Emoji[] }[] = (
  ['faces', 'people', 'nature', 'food', 'things', 'signs'] as const
).map((group) => ({ group, emojis: emojisOf(LINES[group]) }));

function emojisOf(lines: string): Emoji[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const gap = line.indexOf(' ');
      return { emoji: line.slice(0, gap), words: line.slice(gap + 1) };
    });
}

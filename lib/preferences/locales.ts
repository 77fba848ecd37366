/**
 * In what languages dates and numbers can be read, by their BCP 47 tags, each under the name it has for itself. Those that are
 * written from right to left are missing: their dates would stand in English sentences.
 */
export const locales = {
  'cs-CZ': 'Čeština',
  'da-DK': 'Dansk',
  'de-DE': 'Deutsch (Deutschland)',
  'de-AT': 'Deutsch (Österreich)',
  'de-CH': 'Deutsch (Schweiz)',
  'en-AU': 'English (Australia)',
  'en-CA': 'English (Canada)',
  'en-IN': 'English (India)',
  'en-IE': 'English (Ireland)',
  'en-GB': 'English (United Kingdom)',
  'en-US': 'English (United States)',
  'es-ES': 'Español (España)',
  'es-MX': 'Español (México)',
  'fr-CA': 'Français (Canada)',
  'fr-FR': 'Français (France)',
  'fr-CH': 'Français (Suisse)',
  'id-ID': 'Indonesia',
  'it-IT': 'Italiano',
  'hu-HU': 'Magyar',
  'nl-NL': 'Nederlands',
  'nb-NO': 'Norsk bokmål',
  'pl-PL': 'Polski',
  'pt-BR': 'Português (Brasil)',
  'pt-PT': 'Português (Portugal)',
  'ro-RO': 'Română',
  'sk-SK': 'Slovenčina',
  'fi-FI': 'Suomi',
  'sv-SE': 'Svenska',
  'vi-VN': 'Tiếng Việt',
  'tr-TR': 'Türkçe',
  'el-GR': 'Ελληνικά',
  'bg-BG': 'Български',
  'uk-UA': 'Українська',
  'th-TH': 'ไทย',
  'ja-JP': '日本語',
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
  'ko-KR': '한국어',
} as const;

export type Locale = keyof typeof locales;

export const localeTags = Object.keys(locales) as [Locale, ...Locale[]];

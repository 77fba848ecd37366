/**
 * Where anybody gets a mail address: such a domain is no organization's. The large providers worldwide and the ones that
 * hand out addresses for minutes; a provider that is missing makes one person the administrator of all its users, so add it.
 */
const listed = `
  gmail.com googlemail.com outlook.com outlook.de outlook.fr outlook.es outlook.it outlook.jp outlook.dk outlook.at outlook.be
  outlook.co.id outlook.com.ar outlook.com.au outlook.com.br outlook.com.gr outlook.com.tr outlook.com.vn outlook.cz outlook.cl
  outlook.hu outlook.ie outlook.in outlook.kr outlook.lv outlook.my outlook.ph outlook.pt outlook.sa outlook.sg outlook.sk
  hotmail.com hotmail.co.uk hotmail.fr hotmail.de hotmail.es hotmail.it hotmail.be hotmail.ca hotmail.ch hotmail.co.jp hotmail.co.nz
  hotmail.com.ar hotmail.com.au hotmail.com.br hotmail.com.tr hotmail.dk hotmail.nl hotmail.no hotmail.se live.com live.at live.be
  live.ca live.cl live.cn live.co.uk live.co.za live.com.ar live.com.au live.com.mx live.com.pt live.de live.dk live.fi live.fr live.ie
  live.in live.it live.jp live.nl live.no live.se msn.com passport.com windowslive.com
  yahoo.com yahoo.ca yahoo.co.id yahoo.co.in yahoo.co.jp yahoo.co.nz yahoo.co.uk yahoo.com.ar yahoo.com.au yahoo.com.br yahoo.com.cn
  yahoo.com.hk yahoo.com.mx yahoo.com.my yahoo.com.ph yahoo.com.sg yahoo.com.tr yahoo.com.tw yahoo.com.vn yahoo.de yahoo.dk yahoo.es
  yahoo.fr yahoo.gr yahoo.ie yahoo.in yahoo.it yahoo.no yahoo.pl yahoo.ro yahoo.se ymail.com rocketmail.com myyahoo.com
  aol.com aol.co.uk aol.de aol.fr aim.com netscape.net verizon.net icloud.com me.com mac.com
  proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tuta.io tuta.com tutamail.com keemail.me
  gmx.net gmx.de gmx.at gmx.ch gmx.com gmx.us gmx.co.uk gmx.fr gmx.es gmx.info gmx.org web.de email.de freenet.de t-online.de
  magenta.de arcor.de online.de posteo.de posteo.net mailbox.org vodafone.de 1und1.de
  mail.com email.com usa.com myself.com consultant.com europe.com post.com asia.com iname.com writeme.com dr.com engineer.com
  zoho.com zohomail.com zohomail.eu fastmail.com fastmail.fm hushmail.com runbox.com hey.com duck.com startmail.com mailfence.com
  disroot.org riseup.net lavabit.com inbox.com lycos.com excite.com rediffmail.com indiatimes.com sify.com
  yandex.com yandex.ru yandex.by yandex.kz yandex.ua ya.ru mail.ru bk.ru inbox.ru list.ru internet.ru rambler.ru lenta.ru ro.ru
  ukr.net i.ua meta.ua bigmir.net tut.by abv.bg mail.bg seznam.cz email.cz post.cz centrum.cz volny.cz atlas.cz azet.sk zoznam.sk
  post.sk wp.pl o2.pl onet.pl op.pl interia.pl interia.eu poczta.onet.pl poczta.fm tlen.pl gazeta.pl freemail.hu citromail.hu
  inbox.lv inbox.lt one.lt mail.ee hot.ee delfi.lv libero.it virgilio.it tiscali.it alice.it tin.it tim.it iol.it inwind.it email.it
  orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr numericable.fr aliceadsl.fr club-internet.fr
  telefonica.net terra.es ono.com movistar.es sapo.pt iol.pt clix.pt telenet.be skynet.be proximus.be ziggo.nl kpnmail.nl planet.nl
  hetnet.nl home.nl xs4all.nl upcmail.nl bluewin.ch hispeed.ch sunrise.ch aon.at chello.at utanet.at telia.com spray.se comhem.se
  bredband.net online.no broadpark.no mail.dk jubii.dk stofanet.dk suomi24.fi luukku.com kolumbus.fi elisanet.fi eircom.net
  btinternet.com btopenworld.com sky.com virginmedia.com ntlworld.com talktalk.net tiscali.co.uk blueyonder.co.uk o2.co.uk
  comcast.net xfinity.com att.net sbcglobal.net bellsouth.net cox.net charter.net spectrum.net roadrunner.com earthlink.net
  juno.com netzero.net optonline.net frontier.com windstream.net centurylink.net q.com rogers.com shaw.ca sympatico.ca bell.net
  telus.net videotron.ca uol.com.br bol.com.br terra.com.br ig.com.br globo.com globomail.com r7.com prodigy.net.mx
  bigpond.com bigpond.net.au optusnet.com.au iinet.net.au tpg.com.au internode.on.net xtra.co.nz slingshot.co.nz vodamail.co.za
  mweb.co.za webmail.co.za telkomsa.net qq.com vip.qq.com foxmail.com 163.com 126.com yeah.net 188.com sina.com sina.cn sohu.com
  tom.com 21cn.com 139.com 189.cn wo.cn aliyun.com naver.com hanmail.net daum.net nate.com kakao.com docomo.ne.jp ezweb.ne.jp
  au.com softbank.ne.jp i.softbank.jp nifty.com biglobe.ne.jp ocn.ne.jp so-net.ne.jp excite.co.jp pchome.com.tw hinet.net
  netvigator.com singnet.com.sg tm.net.my walla.com walla.co.il netvision.net.il maktoob.com emirates.net.ae mynet.com superonline.com
  mailinator.com guerrillamail.com guerrillamail.net guerrillamailblock.com sharklasers.com grr.la 10minutemail.com temp-mail.org
  tempmail.com tempmail.dev throwawaymail.com yopmail.com yopmail.fr trashmail.com trashmail.de getnada.com nada.email dispostable.com
  maildrop.cc mailnesia.com mintemail.com moakt.com mohmal.com fakeinbox.com spamgourmet.com mailcatch.com discard.email
  emailondeck.com burnermail.io simplelogin.com anonaddy.com addy.io mozmail.com privaterelay.appleid.com wegwerfemail.de einrot.com
  byom.de muellmail.com spam4.me tmail.io inboxkitten.com 33mail.com
`;

const domains: ReadonlySet<string> = new Set(listed.trim().split(/\s+/));

/** True of a domain (lower case) where anybody gets an address, and of what lies below it. */
export function isPublicMailDomain(domain: string): boolean {
  const labels = domain.split('.');
  return labels.some((_label, at) => domains.has(labels.slice(at).join('.')));
}

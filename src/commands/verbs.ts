import { access } from './access.js';
import { audit } from './audit.js';
import { bundle } from './bundle.js';
import { calendar } from './calendar.js';
import { channels } from './channels.js';
import { check } from './check.js';
import { codeowners } from './codeowners.js';
import { comment } from './comment.js';
import { dashboard } from './dashboard.js';
import { demo } from './demo.js';
import { diff } from './diff.js';
import { doctor } from './doctor.js';
import { event } from './event.js';
import { exit } from './exit.js';
import { explain } from './explain.js';
import { exportWorkbook } from './export.js';
import { form } from './form.js';
import { forms } from './forms.js';
import { gate } from './gate.js';
import { importFiles } from './import.js';
import { init } from './init.js';
import { newRepository } from './new.js';
import { notify } from './notify.js';
import { outlook } from './outlook.js';
import { plan } from './plan.js';
import { propose } from './propose.js';
import { publish } from './publish.js';
import { quote } from './quote.js';
import { read } from './read.js';
import { score } from './score.js';
import { settle } from './settle.js';
import { setup } from './setup.js';
import { simulate } from './simulate.js';
import { site } from './site.js';
import { status } from './status.js';
import type { Verb } from './verb.js';
import { verify } from './verify.js';
import { view } from './view.js';
import { why } from './why.js';
import { witness } from './witness.js';

/** Every verb, in the order in which help lists them. */
export const VERBS: readonly Verb[] = [
  newRepository,
  init,
  importFiles,
  check,
  read,
  quote,
  simulate,
  score,
  outlook,
  settle,
  status,
  site,
  calendar,
  notify,
  exportWorkbook,
  verify,
  bundle,
  witness,
  diff,
  explain,
  why,
  channels,
  plan,
  doctor,
  publish,
  dashboard,
  event,
  view,
  gate,
  comment,
  audit,
  propose,
  form,
  forms,
  access,
  exit,
  demo,
  codeowners,
  setup,
];

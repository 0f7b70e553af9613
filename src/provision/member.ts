const MEMBER = /^(user|group|serviceAccount):[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,8}$/;
const PUBLIC = /^(all(Authenticated)?Users|domain:.*|project(Owners|Editors|Writers|Viewers|Readers)|specialGroup:.*)$/i;

/** What is wrong with a member that access is to be given to; null where nothing is. Whole domains count as public. */
export function memberFault(member: string): 'public' | 'form' | null {
  if (PUBLIC.test(member)) return 'public';
  return MEMBER.test(member) ? null : 'form';
}

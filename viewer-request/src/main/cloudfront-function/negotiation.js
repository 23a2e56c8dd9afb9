// Part of viewer-request.js: the format for a client, as Accept.java, UserAgent.java and Rule.java choose it.

const TRANSPARENT = ['png', 'webp', 'avif', 'svg', 'svgz', 'tif', 'tiff', 'psd', 'bmp', 'ico'];

function negotiated(request, key) {
  const match = /\.([^./]*)$/.exec(key);
  const extension = match ? match[1].toLowerCase() : '';
  const header = valueOf(request.headers, 'accept');
  const agent = valueOf(request.headers, 'user-agent');
  const isAnimated = extension == 'gif' || extension == 'webp';
  let namesImage = false;
  let hasAvif = false;
  let hasWebp = false;
  // Java's trim removes the same characters. In njs, replace fails for some texts that are not ASCII.
  header.toLowerCase().split(',').forEach((range) => {
    namesImage = namesImage || /^[\x00- ]*image\/(?!\*[\x00- ]*(?:;|$))/.test(range);
    const type = /^[\x00- ]*image\/(avif|webp)[\x00- ]*(?:;|$)/.exec(range);
    const weight = /;[\x00- ]*q=([^;]*?)[\x00- ]*(?:;|$)/.exec(range);
    if (type && (!weight || decimal(weight[1], 1, 3) > 0)) {
      hasAvif = hasAvif || type[1] == 'avif';
      hasWebp = hasWebp || type[1] == 'webp';
    }
  });
  if (AVIF && hasAvif && !isAnimated) {
    return 'avif';
  }
  const plainest = extension == 'gif' ? 'gif' : TRANSPARENT.indexOf(extension) < 0 ? 'jpeg' : 'png';
  const isWebp = hasWebp
    ? showsWebp(agent, isAnimated)
    : plainest != 'gif' && !namesImage && isAppWithWebp(agent, header);
  return isWebp ? 'webp' : plainest;
}

function showsWebp(agent, isAnimated) {
  const chrome = isAnimated ? versionOf(agent, /(^|[ (])Chrome\/(?:(\d+)(?:\.(\d))?)?/) : -1;
  return !agent.startsWith('Opera/') && (chrome < 0 || chrome >= 3200);
}

function isAppWithWebp(agent, accept) {
  if (agent.startsWith('Mozilla/')) {
    return false;
  }
  if (find(agent, /(^|[ (])CFNetwork\//)) {
    return accept != 'image/*' && versionOf(agent, /(^|[ (])Darwin\/(?:(\d+)(?:\.(\d))?)?/) >= 2000;
  }
  const android = versionOf(agent, /(^|[ (])Android (?:(\d+)(?:\.(\d))?)?/);
  const isDalvik = find(agent, /(^|[ (])Dalvik\//);
  const isOkHttp = find(agent, /(^|[ (])okhttp\//);
  return android >= 403 ? isDalvik || isOkHttp : android < 0 && isOkHttp && !isDalvik;
}

// Returns the first match of a product near the beginning, at the start of a word.
function find(agent, product) {
  const match = product.exec(agent);
  return match && match.index + match[1].length < 300 ? match : undefined;
}

function versionOf(agent, product) {
  const match = find(agent, product);
  return match && match[2] ? match[2] * 100 + Number(match[3] || 0) : -1;
}

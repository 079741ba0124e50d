// Offers custom actions by the messages that PM2 understands: `add` answers, `silent` never does.
const offer = name => process.send({ type: 'axm:action', data: { action_name: name, action_type: 'custom', arity: 0 } });
process.on('message', message => {
  const action = typeof message === 'string' ? message : message.msg;
  if (action === 'add') {
    process.send({ type: 'axm:reply', data: { action_name: 'add', return: { given: message.opts ?? null } } });
  }
});
offer('add');
offer('silent');
process.send({ type: 'axm:monitor', data: { 'Queue length': { value: 7, unit: 'jobs', type: 'metric', historic: true } } });
setInterval(() => {}, 1 << 30);

'use strict';
// A host somebody else wrote drives our simulated machine. What it understood is printed, one line of JSON each; where the
// test has to do something with its hands, a line says so and the host waits for an answer.
//
// The library was written for serialport 9, whose native part is not in the registry. Version 12 brings it along; this
// gives it the constructor the library expects.
const modern = require('serialport');

class SerialPort extends modern.SerialPort {
  constructor(path, options) {
    super({ path, baudRate: options.baudRate, stopBits: options.stopbits, autoOpen: true });
  }
}
require.cache[require.resolve('serialport')].exports = SerialPort;

// It asks for primes of 16 bits by way of a Diffie-Hellman group, which OpenSSL 3 refuses to make; only the primes are
// handed in here, the agreement is the library's own.
const crypto = require('crypto');

crypto.createDiffieHellman = (bits) => ({
  getPrime: () => Buffer.from(crypto.generatePrimeSync(bits, { bigint: true }).toString(16).padStart(4, '0'), 'hex'),
});

const Host = require('encrypted-smiley-secure-protocol');
const lines = require('readline').createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const host = new Host({ id: 0, timeout: 700, fixedKey: '0123456701234567' });

const say = (what, value) => console.log(JSON.stringify({ what, value }));
const hands = async (wish) => { say('please', wish); await lines.next(); };
const event = (name) => new Promise((resolve) => host.once(name, resolve));
const pay = (amount, test) => host.command('PAYOUT_AMOUNT', { amount, country_code: 'EUR', test });

async function talk() {
  say('sync', (await host.command('SYNC')).status);
  say('protocol', (await host.command('HOST_PROTOCOL_VERSION', { version: 6 })).status);
  await host.initEncryption();
  say('serial', (await host.command('GET_SERIAL_NUMBER')).info.serial_number);
  const setup = (await host.command('SETUP_REQUEST')).info;
  say('setup', [setup.unit_type, setup.protocol_version, setup.real_value_multiplier,
    setup.expanded_channel_value, setup.expanded_channel_country_code]);
  say('levels', Object.values((await host.command('GET_ALL_LEVELS')).info.counter)
    .map((each) => [each.denomination_level, each.value, each.country_code]));
  say('off', (await pay(3500, false)).info.error);
  await host.command('SET_CHANNEL_INHIBITS', { channels: [1, 1, 1] });
  await host.command('ENABLE_PAYOUT_DEVICE', {});
  await host.enable();

  say('test', (await pay(3500, true)).status);
  let told = event('DISPENSED');
  say('pay', (await pay(3500, false)).status);
  say('dispensed', (await told).value);
  say('too much', (await pay(99900, false)).info.error);
  say('not exact', (await pay(501, false)).info.error);

  await hands('drop the next reply');
  told = event('DISPENSED');
  say('repeated', (await host.command('PAYOUT_BY_DENOMINATION',
    { value: [{ number: 2, denomination: 1000, country_code: 'EUR' }], test: false })).status);
  say('dispensed', (await told).value);

  told = event('CREDIT_NOTE');
  await hands('insert 20');
  say('credit', (await told).channel);
  const counters = (await host.command('GET_COUNTERS')).info;
  say('counters', [counters.stacked, counters.stored, counters.dispensed,
    counters.transferred_from_store_to_stacker, counters.rejected]);

  told = event('SMART_EMPTIED');
  await host.command('SMART_EMPTY');
  say('emptied', (await told).value);
  say('disabled', (await host.disable()).status);
}

host.on('OPEN', () => talk().then(() => process.exit(0), (e) => { say('failed', String(e)); process.exit(1); }));
host.open(process.argv[2]).catch((e) => { say('failed', String(e)); process.exit(1); });

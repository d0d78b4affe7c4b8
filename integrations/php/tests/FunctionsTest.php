<?php

declare(strict_types=1);

namespace HasOffersProxy\Tests;

use HasOffersProxy\ClientAddress;
use HasOffersProxy\Folders;
use HasOffersProxy\Json;
use HasOffersProxy\Links;
use HasOffersProxy\Origins;
use HasOffersProxy\ProxyError;
use HasOffersProxy\Query;
use HasOffersProxy\SecretScan;
use HasOffersProxy\Settings;
use HasOffersProxy\Tokens;
use PHPUnit\Framework\TestCase;

use function HasOffersProxy\readRequest;

/** Functions that need no folder and no network. */
final class FunctionsTest extends TestCase
{
    private const KEY = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
    private const SECRET = 'secret-of-the-tests-0123456789-abcdef';

    public function testAQueryKeepsNamesThatPhpWouldChange(): void
    {
        $read = Query::parse('api.key=1&api%20key=2&a[b]=3&a%5Bb%5D=4&a[b]&&c=d=e');
        $expected = [['api.key', '1'], ['api key', '2'], ['a[b]', '3'], ['a[b]', '4'], ['a[b]', ''], ['c', 'd=e']];
        self::assertSame($expected, $read);
    }

    /** @dataProvider badQueries */
    public function testABadQueryIsRefused(string $query, string $code): void
    {
        $this->expectCode($code, static function () use ($query): void {
            Query::parse($query);
        });
    }

    /** @return array<int, array{0: string, 1: string}> */
    public function badQueries(): array
    {
        return [
            ['a=%', 'BAD_PARAMETER'],
            ['a=%ff', 'BAD_PARAMETER'],
            ['a=%00', 'BAD_PARAMETER'],
            ['a=%ED%A0%80', 'BAD_PARAMETER'],
            ["a=\u{e9}", 'BAD_PARAMETER'],
            ['a=' . str_repeat('x', 1100), 'URI_TOO_LONG'],
            [str_repeat('a=1&', 251), 'BAD_PARAMETER'],
        ];
    }

    /** @dataProvider addresses */
    public function testAClientIsCountedByItsNetwork(string $address, string $key): void
    {
        self::assertSame($key, ClientAddress::toKey($address));
    }

    /** @return array<int, array{0: string, 1: string}> */
    public function addresses(): array
    {
        return [
            ['203.0.113.9', '203.0.113.9'],
            ['203.0.113.9:4711', '203.0.113.9'],
            ['::ffff:203.0.113.9', '203.0.113.9'],
            ['::FFFF:cb00:7109', '203.0.113.9'],
            ['::ffff:0:203.0.113.9', '203.0.113.9'],
            ['64:ff9b::203.0.113.9', '203.0.113.9'],
            ['64:ff9b:1:2::203.0.113.9', '203.0.113.9'],
            ['::203.0.113.9', '203.0.113.9'],
            ['::cb00:7109', '203.0.113.9'],
            ['2002:cb00:7109:1::1', '203.0.113.9'],
            ['2001:0:4136:e378:8000:63bf:34ff:8ef6', '203.0.113.9'],
            ['2001:1:4136:e378:8000:63bf:34ff:8ef6', '2001:1:4136:e378'],
            ['::1', '0:0:0:0'],
            ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
            ['[2001:db8:1:2::9]:443', '2001:db8:1:2'],
            ['fe80::1%eth0', 'fe80:0:0:0'],
            ['unknown', 'unknown'],
        ];
    }

    /** @dataProvider ownOrigins */
    public function testTheOwnOriginIsComparedAsBrowsersWriteIt(string $own, string $origin): void
    {
        $settings = new Settings(['HASOFFERS_NETWORK_ID' => 'demo', 'HASOFFERS_API_KEY' => self::KEY], []);
        self::assertSame($origin, Origins::check(['origin' => $own, 'headers' => ['origin' => $origin]], $settings));
        $this->expectCode('ORIGIN_NOT_ALLOWED', static function () use ($own, $settings): void {
            Origins::check(['origin' => "$own.example", 'headers' => ['origin' => 'http://site.example']], $settings);
        });
    }

    /** @return array<int, array{0: string, 1: string}> */
    public function ownOrigins(): array
    {
        return [
            ['http://Site.example', 'http://site.example'],
            ['http://site.example:80', 'http://site.example'],
            ['http://site.example:443', 'https://site.example'],
            ['https://site.example:443', 'https://site.example'],
            ['http://site.example:8080', 'http://site.example:8080'],
        ];
    }

    /** @dataProvider targets */
    public function testBothFormsOfATargetAreUnderstood(string $target, string $path, string $origin): void
    {
        $before = $_SERVER;
        $_SERVER = ['REQUEST_URI' => $target, 'HTTP_HOST' => 'site.example'] + $before;
        $request = readRequest('/proxy.php');
        $_SERVER = $before;
        self::assertSame([$path, $origin], [$request['path'], $request['origin']]);
    }

    /** @return array<int, array{0: string, 1: string, 2: string}> */
    public function targets(): array
    {
        return [
            ['/proxy.php?a=b', '', 'http://site.example'],
            ['/proxy.php/health', '/health', 'http://site.example'],
            ['http://site.example/proxy.php?a=b', '', 'http://site.example'],
            ['HTTP://other.example:8080/proxy.php/health', '/health', 'http://other.example:8080'],
            ['https://[::1]/proxy.php', '', 'http://[::1]'],
            ['http://site.example?a=b', 'elsewhere', 'http://site.example'],
            ['/http://site.example/proxy.php', 'elsewhere', 'http://site.example'],
            ['ftp://site.example/proxy.php', 'elsewhere', 'http://site.example'],
        ];
    }

    public function testOnlyTrustedHopsNameTheClient(): void
    {
        $forwarded = '9.9.9.9, 203.0.113.9, 10.0.0.1';
        self::assertSame('10.0.0.2', ClientAddress::read('10.0.0.2', $forwarded, 0));
        self::assertSame('10.0.0.1', ClientAddress::read('10.0.0.2', $forwarded, 1));
        self::assertSame('203.0.113.9', ClientAddress::read('10.0.0.2', $forwarded, 2));
        self::assertSame('10.0.0.2', ClientAddress::read('10.0.0.2', null, 2));
        self::assertNull(ClientAddress::read(null, null, 0));
    }

    public function testAKeyIsFoundInEveryForm(): void
    {
        $scan = new SecretScan([self::KEY]);
        $forms = [
            self::KEY,
            strtoupper(self::KEY),
            bin2hex(self::KEY),
            base64_encode('x' . self::KEY . 'yz'),
            strtr(base64_encode('ab' . self::KEY . '?'), '+/', '-_'),
            '%' . implode('%', str_split(bin2hex(self::KEY), 2)),
            '%25' . implode('%25', str_split(bin2hex(self::KEY), 2)),
        ];
        foreach ($forms as $form) {
            self::assertTrue($scan->finds("before $form after"), $form);
        }
        self::assertFalse($scan->finds(substr(self::KEY, 1) . ' 100% ' . substr(self::KEY, 0, -1)));
    }

    /** @dataProvider links */
    public function testALinkLeadsToAListedHostOnly(string $link, ?string $written): void
    {
        self::assertSame($written, Links::parse($link, ['shop.example', 'other.example:8443']));
    }

    /** @return array<int, array{0: string, 1: ?string}> */
    public function links(): array
    {
        return [
            ['https://shop.example', 'https://shop.example/'],
            ['https://shop.example/a/.', 'https://shop.example/a/'],
            ['https://SHOP.example:443/a/../b?c=d#e', 'https://shop.example/b?c=d#e'],
            ['http://other.example:8443/%2e%2E/x', 'http://other.example:8443/x'],
            ['https://shop.example/é', 'https://shop.example/%C3%A9'],
            ['https://shop.example@evil.example/', null],
            ['https://shop.example.evil.example/', null],
            ['https://evil.example\\@shop.example/', null],
            ['//shop.example/', null],
            ['javascript://shop.example/%0aalert(1)', null],
        ];
    }

    public function testHalfAnEmojiHidesNothing(): void
    {
        self::assertSame(["a\u{fffd}b", "\u{1f600}"], Json::decode('["a\\ud83db", "\\ud83d\\ude00"]'));
        self::assertEquals(new \stdClass(), Json::decode('{}'));
        self::assertSame('{"a":{},"b":[],"c":"\\u003Cé\\u2028"}', Json::encode([
            'a' => new \stdClass(),
            'b' => [],
            'c' => "<\u{e9}\u{2028}",
        ]));
    }

    public function testATokenIsWhatItsSignatureSays(): void
    {
        $tokens = new Tokens([self::SECRET, 'another-secret-entirely-0123456789-xyz'], 'demo');
        $claims = ['sub' => 'x', 'aud' => 'demo', 'iat' => 1000, 'exp' => 1600, 'scope' => 'stats unknown'];
        $now = 1000000;
        $access = $tokens->verify($this->sign($claims), $now);
        self::assertSame([['stats'], null], [array_values($access['scopes']), $access['lock']]);
        $locked = $this->sign($claims + ['lock' => ['aff_sub' => 'a', 'offer_ids' => [12, '7']]]);
        self::assertSame(['aff_sub' => 'a', 'offer_ids' => ['7', '12']], $tokens->verify($locked, $now)['lock']);
        $bad = [
            [$this->sign($claims, ['alg' => 'none']), $now],
            [$this->sign($claims, ['alg' => 'HS256', 'crit' => ['x']]), $now],
            [$this->sign(['aud' => 'other'] + $claims), $now],
            [$this->sign(['exp' => 4700] + $claims), $now],
            [$this->sign($claims + ['lock' => []]), $now],
            [$this->sign($claims + ['lock' => ['aff_sub' => 'A']]), $now],
            [$this->sign($claims) . 'x', $now],
            ['', $now],
        ];
        foreach ($bad as [$token, $time]) {
            $this->expectCode('TOKEN_INVALID', static function () use ($tokens, $token, $time): void {
                $tokens->verify($token, $time);
            });
        }
        $this->expectCode('TOKEN_EXPIRED', function () use ($tokens, $claims): void {
            $tokens->verify($this->sign($claims), 1631000);
        });
    }

    public function testAFolderBelowAPublicOneIsPublic(): void
    {
        self::assertTrue(Folders::isPublic(__DIR__ . '/none/yet', [__DIR__]));
        self::assertTrue(Folders::isPublic(__DIR__ . '/../tests/x', [__DIR__]));
        self::assertFalse(Folders::isPublic(__DIR__ . '/../other', [__DIR__]));
        self::assertFalse(Folders::isPublic(__DIR__ . '-more/x', [__DIR__]));
    }

    /** @param array<string, mixed> $claims @param array<string, mixed> $header */
    private function sign(array $claims, array $header = ['alg' => 'HS256']): string
    {
        $encode = static function (string $bytes): string {
            return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
        };
        $text = $encode((string) json_encode($header)) . '.' . $encode((string) json_encode($claims));
        return "$text." . $encode(hash_hmac('sha256', $text, self::SECRET, true));
    }

    private function expectCode(string $code, callable $work): void
    {
        try {
            $work();
        } catch (ProxyError $error) {
            self::assertSame($code, $error->errorCode);
            return;
        }
        self::fail("not refused: $code was expected");
    }
}

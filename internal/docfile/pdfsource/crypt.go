package pdfsource

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
)

// crypt decrypts a file that opens without a password: offices often forbid changes
// or printing with an owner's password, which encrypts the file all the same.
type crypt struct {
	key  []byte
	aes  bool
	v5   bool // one key for all objects
	none bool // strings and streams are stored plain
}

var passwordPadding = []byte("\x28\xbf\x4e\x5e\x4e\x75\x8a\x41\x64\x00\x4e\x56\xff\xfa\x01\x08\x2e\x2e\x00\xb6\xd0\x68\x3e\x80\x2f\x0c\xa9\xfe\x64\x53\x69\x7a")

// newCrypt derives the key from the empty password. It fails with ErrProtected where
// that is not the password, or where the method is not a standard one.
func (f *file) newCrypt(d dict) (*crypt, error) {
	str := func(key name) []byte {
		s, _ := f.resolve(d[key]).(text)
		return []byte(s)
	}
	version, revision := int(f.number(d["V"])), int(f.number(d["R"]))
	if f.name(d["Filter"]) != "Standard" || version < 1 || version > 5 || version == 3 {
		return nil, ErrProtected
	}
	c := &crypt{}
	length := 5
	if version >= 2 {
		length = int(f.number(d["Length"])) / 8
		if length < 5 || length > 16 {
			length = 16
		}
		if version == 2 && d["Length"] == nil {
			length = 5
		}
	}
	if version >= 4 {
		method := f.name(f.dict(f.dict(d["CF"])[f.name(d["StmF"])])["CFM"])
		c.aes = method == "AESV2" || method == "AESV3"
		c.none = f.name(d["StmF"]) == "Identity" || method == "None"
		length = 16
	}
	if version == 5 {
		c.v5 = true
		return c, c.keyV5(str("U"), str("UE"), revision)
	}
	owner, user := str("O"), str("U")
	if len(owner) < 32 || len(user) < 16 {
		return nil, ErrProtected
	}
	id := []byte(nil)
	if ids := f.array(f.trailer["ID"]); len(ids) > 0 {
		s, _ := f.resolve(ids[0]).(text)
		id = []byte(s)
	}
	h := md5.New()
	h.Write(passwordPadding)
	h.Write(owner[:32])
	h.Write(binary.LittleEndian.AppendUint32(nil, uint32(int64(f.number(d["P"])))))
	h.Write(id)
	if revision >= 4 && f.resolve(d["EncryptMetadata"]) == false {
		h.Write([]byte{0xff, 0xff, 0xff, 0xff})
	}
	key := h.Sum(nil)
	if revision >= 3 {
		for range 50 {
			sum := md5.Sum(key[:length])
			key = sum[:]
		}
	}
	c.key = key[:length]
	if !c.opens(user, id, revision) {
		return nil, ErrProtected
	}
	return c, nil
}

// opens checks the key against the file's proof of the user's password.
func (c *crypt) opens(user, id []byte, revision int) bool {
	if revision == 2 {
		return len(user) >= 32 && bytes.Equal(rc4ed(c.key, passwordPadding), user[:32])
	}
	sum := md5.Sum(append(bytes.Clone(passwordPadding), id...))
	proof := rc4ed(c.key, sum[:])
	for i := 1; i <= 19; i++ {
		key := bytes.Clone(c.key)
		for j := range key {
			key[j] ^= byte(i)
		}
		proof = rc4ed(key, proof)
	}
	return bytes.Equal(proof, user[:16])
}

func rc4ed(key, data []byte) []byte {
	out := make([]byte, len(data))
	stream, err := rc4.NewCipher(key)
	if err != nil {
		return out
	}
	stream.XORKeyStream(out, data)
	return out
}

// keyV5 is the way of AES-256.
func (c *crypt) keyV5(user, sealed []byte, revision int) error {
	if len(user) < 48 || len(sealed) < 32 {
		return ErrProtected
	}
	hash := func(salt []byte) []byte {
		sum := sha256.Sum256(salt)
		if revision >= 6 {
			return hardened(sum[:])
		}
		return sum[:]
	}
	if !bytes.Equal(hash(user[32:40]), user[:32]) {
		return ErrProtected
	}
	block, err := aes.NewCipher(hash(user[40:48]))
	if err != nil {
		return ErrProtected
	}
	c.key = make([]byte, 32)
	cipher.NewCBCDecrypter(block, make([]byte, 16)).CryptBlocks(c.key, sealed[:32])
	return nil
}

// hardened is the hash of revision 6 for the empty password.
func hardened(k []byte) []byte {
	for i := 0; ; i++ {
		data := bytes.Repeat(k, 64)
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return k
		}
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(data, data)
		sum := 0
		for _, b := range data[:16] {
			sum += int(b)
		}
		switch sum % 3 {
		case 0:
			s := sha256.Sum256(data)
			k = s[:]
		case 1:
			s := sha512.Sum384(data)
			k = s[:]
		default:
			s := sha512.Sum512(data)
			k = s[:]
		}
		if i >= 63 && int(data[len(data)-1]) <= i-31 {
			return k[:32]
		}
	}
}

// bytes decrypts a string or the data of a stream of the given object.
func (c *crypt) bytes(data []byte, number, gen int) []byte {
	if c.none || number == 0 {
		return data
	}
	key := c.key
	if !c.v5 {
		key = append(bytes.Clone(c.key), byte(number), byte(number>>8), byte(number>>16), byte(gen), byte(gen>>8))
		if c.aes {
			key = append(key, "sAlT"...)
		}
		sum := md5.Sum(key)
		key = sum[:min(len(c.key)+5, 16)]
	}
	if !c.aes {
		return rc4ed(key, data)
	}
	if len(data) < 32 {
		return nil
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return data
	}
	out := make([]byte, (len(data)-16)/16*16)
	cipher.NewCBCDecrypter(block, data[:16]).CryptBlocks(out, data[16:16+len(out)])
	padding := int(out[len(out)-1])
	if padding >= 1 && padding <= 16 {
		out = out[:len(out)-padding]
	}
	return out
}

// decrypted decrypts the strings of an object that stands on its own.
func (f *file) decrypted(o any, number, gen int) any {
	if f.crypt == nil {
		return o
	}
	switch o := o.(type) {
	case text:
		return text(f.crypt.bytes([]byte(o), number, gen))
	case array:
		for i := range o {
			o[i] = f.decrypted(o[i], number, gen)
		}
	case dict:
		for k := range o {
			o[k] = f.decrypted(o[k], number, gen)
		}
	}
	return o
}
